using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EqAssess.Data.BankFiles;

/// <summary>
/// JSON that is the same text for the same content, on any machine and in any year, so that a digest can name it: properties in
/// a fixed order, no white space, ASCII only (all else escaped, so that neither Unicode tables nor a database's encoding matter),
/// numbers in their shortest form that reads back exactly.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default, Indented = false };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(stream.ToArray());
    }

    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> content)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            content(value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <exception cref="JsonException">The text was not written by this class: a defect, or somebody changed a row.</exception>
    public static T Read<T>(string json, Func<JsonElement, T> content)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return content(document.RootElement);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new JsonException($"This is no canonical {typeof(T).Name}: {e.Message}", e);
        }
    }

    public static string Text(this JsonElement element, string name) => OptionalText(element, name) ?? throw new JsonException($"'{name}' is null.");

    public static string? OptionalText(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static T Word<T>(this JsonElement element, string name) where T : struct, Enum =>
        Words.Find<T>(element.Text(name)) ?? throw new JsonException($"'{element.Text(name)}' is no {typeof(T).Name}.");

    public static IReadOnlyList<T> Each<T>(this JsonElement element, string name, Func<JsonElement, T> content) =>
        [.. element.GetProperty(name).EnumerateArray().Select(content)];

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.Each(name, e => e.GetString() ?? throw new JsonException($"'{name}' holds null."));
}
