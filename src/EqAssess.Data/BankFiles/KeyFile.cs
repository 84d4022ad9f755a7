using System.Globalization;
using EqAssess.Domain.Scoring;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>keys/&lt;version&gt;.yaml</c>: one key version for all items of a bank.</summary>
internal static class KeyFile
{
    private static readonly string[] OfKey = ["version", "status", "method", "scale", "source", "items"];
    private static readonly string[] OfItem = ["hangsOn", "options"];
    private static readonly string[] OfOption = ["effectiveness", "rationale", "principles", "dropped"];
    private static readonly int[] DefaultScale = [1, 2, 3, 4];

    public static Key Read(YamlMappingNode root, FileSource source)
    {
        var fields = new Fields(source, "", root, OfKey);
        var key = new Key(
            fields.Text("version"),
            fields.Word<KeyStatus>("status"),
            fields.Text("method"),
            Scale(fields),
            fields.Text("source"),
            fields.Blocks("items", OfItem).ToDictionary(item => item.Name, item => Keyed(item.Block), StringComparer.Ordinal));
        if (key.Version.Length > 0 && key.Version != source.Stem)
        {
            fields.Report("version", "file-name", $"the version '{key.Version}' differs from the file's name '{source.Stem}': rename one of them");
        }

        return key;
    }

    private static IReadOnlyList<int> Scale(Fields fields)
    {
        if (!fields.Has("scale"))
        {
            return DefaultScale;
        }

        var points = new List<int>();
        foreach (string text in fields.Texts("scale"))
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int point))
            {
                points.Add(point);
            }
            else
            {
                fields.Spoil("scale", $"the points of a scale are whole numbers, not '{text}'");
            }
        }

        return points;
    }

    private static KeyedItem Keyed(Fields item) =>
        new(item.Texts("hangsOn"), [.. item.Blocks("options", OfOption).Select(option => Option(option.Name, option.Block))]);

    private static KeyedOption Option(string id, Fields fields)
    {
        string? dropped = fields.Has("dropped") ? fields.Text("dropped") : null;
        if (dropped is null && fields.IsReadable && fields.Text("effectiveness").Length == 0)
        {
            fields.Spoil("effectiveness", $"'effectiveness' of option '{id}' is missing or empty: give a number from the scale, or say why the option is dropped (dropped: \"reason\")");
        }

        return new KeyedOption(id, fields.Number("effectiveness") ?? 0, fields.Text("rationale"), fields.Texts("principles"), dropped);
    }
}
