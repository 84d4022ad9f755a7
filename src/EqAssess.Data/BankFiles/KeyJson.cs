using System.Text.Json;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>A key as the database keeps it, items in ordinal order of their ids. The form may grow and never change: digests of stored versions rest on it.</summary>
public static class KeyJson
{
    public static string Write(Key key) => CanonicalJson.Write(json =>
    {
        json.WriteString("version", key.Version);
        json.WriteString("status", Words.Of(key.Status));
        json.WriteString("method", key.Method);
        json.WriteStartArray("scale");
        foreach (int point in key.Scale)
        {
            json.WriteNumberValue(point);
        }

        json.WriteEndArray();
        json.WriteString("source", key.Source);
        json.WriteObjects("items", key.Items.OrderBy(item => item.Key, StringComparer.Ordinal), item =>
        {
            json.WriteString("id", item.Key);
            json.WriteStrings("hangsOn", item.Value.HangsOn);
            json.WriteObjects("options", item.Value.Options, option => WriteOption(json, option));
        });
    });

    /// <exception cref="JsonException">The text is no stored key.</exception>
    public static Key Read(string json) => CanonicalJson.Read(json, key => new Key(
        key.Text("version"),
        key.Word<KeyStatus>("status"),
        key.Text("method"),
        key.Each("scale", point => point.GetInt32()),
        key.Text("source"),
        key.Each("items", item => item).ToDictionary(
            item => item.Text("id"),
            item => new KeyedItem(item.Texts("hangsOn"), item.Each("options", ReadOption)),
            StringComparer.Ordinal)));

    private static void WriteOption(Utf8JsonWriter json, KeyedOption option)
    {
        json.WriteString("option", option.Option);
        json.WriteNumber("effectiveness", option.Effectiveness);
        json.WriteString("rationale", option.Rationale);
        json.WriteStrings("principles", option.Principles);
        json.WriteString("droppedBecause", option.DroppedBecause);
    }

    private static KeyedOption ReadOption(JsonElement option) => new(
        option.Text("option"),
        option.GetProperty("effectiveness").GetDouble(),
        option.Text("rationale"),
        option.Texts("principles"),
        option.OptionalText("droppedBecause"));
}
