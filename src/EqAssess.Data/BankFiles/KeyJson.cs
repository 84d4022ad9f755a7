using System.Globalization;
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
            WriteKeyed(json, item.Value);
        });
        if (key.Panel is { } panel)
        {
            json.WriteStartObject("panel");
            WritePanel(json, panel);
            json.WriteEndObject();
        }
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
            ReadKeyed,
            StringComparer.Ordinal))
    {
        Panel = key.TryGetProperty("panel", out JsonElement panel) ? ReadPanel(panel) : null,
    });

    /// <summary>The key of one item, as a draft of the item carries it.</summary>
    public static string WriteItem(KeyedItem item) => CanonicalJson.Write(json => WriteKeyed(json, item));

    /// <exception cref="JsonException">The text is no stored key of an item.</exception>
    public static KeyedItem ReadItem(string json) => CanonicalJson.Read(json, ReadKeyed);

    private static void WriteKeyed(Utf8JsonWriter json, KeyedItem item)
    {
        json.WriteStrings("hangsOn", item.HangsOn);
        json.WriteObjects("options", item.Options, option => WriteOption(json, option));
    }

    private static KeyedItem ReadKeyed(JsonElement item) => new(item.Texts("hangsOn"), item.Each("options", ReadOption));

    private static void WritePanel(Utf8JsonWriter json, KeyPanel panel)
    {
        json.WriteString("title", panel.Title);
        json.WriteString("instructions", panel.Instructions);
        json.WriteString("closedOn", panel.ClosedOn.ToString("O", CultureInfo.InvariantCulture));
        json.WriteObjects("judges", panel.Judges, judge =>
        {
            json.WriteString("pseudonym", judge.Pseudonym);
            json.WriteString("role", judge.Role);
            json.WriteNumber("years", judge.Years);
        });
        if (panel.Thresholds is { } thresholds)
        {
            json.WriteStartObject("thresholds");
            foreach ((string name, double value) in ThresholdFields.Of(thresholds))
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }
    }

    private static KeyPanel ReadPanel(JsonElement panel) => new(
        panel.Text("title"),
        panel.Text("instructions"),
        DateOnly.ParseExact(panel.Text("closedOn"), "O", CultureInfo.InvariantCulture),
        panel.Each("judges", judge => new KeyJudge(judge.Text("pseudonym"), judge.Text("role"), judge.GetProperty("years").GetInt32())))
    {
        Thresholds = panel.TryGetProperty("thresholds", out JsonElement least) ? ThresholdFields.Read(name => least.GetProperty(name).GetDouble()) : null,
    };

    private static void WriteOption(Utf8JsonWriter json, KeyedOption option)
    {
        json.WriteString("option", option.Option);
        json.WriteNumber("effectiveness", option.Effectiveness);
        json.WriteString("rationale", option.Rationale);
        json.WriteStrings("principles", option.Principles);
        json.WriteString("droppedBecause", option.DroppedBecause);
        WriteRatings(json, "ratings", option.Ratings);
        WriteRatings(json, "firstRatings", option.FirstRatings);
    }

    private static void WriteRatings(Utf8JsonWriter json, string name, IReadOnlyList<int>? ratings)
    {
        if (ratings is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (int rating in ratings)
        {
            json.WriteNumberValue(rating);
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<int>? ReadRatings(JsonElement option, string name) =>
        option.TryGetProperty(name, out _) ? option.Each(name, rating => rating.GetInt32()) : null;

    private static KeyedOption ReadOption(JsonElement option) => new(
        option.Text("option"),
        option.GetProperty("effectiveness").GetDouble(),
        option.Text("rationale"),
        option.Texts("principles"),
        option.OptionalText("droppedBecause"),
        ReadRatings(option, "ratings"))
    {
        FirstRatings = ReadRatings(option, "firstRatings"),
    };
}
