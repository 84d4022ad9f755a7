using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using YamlDotNet.RepresentationModel;

namespace EqAssess.Data.BankFiles;

/// <summary><c>keys/&lt;version&gt;.yaml</c>: one key version for all items of a bank.</summary>
internal static class KeyFile
{
    private static readonly string[] OfKey = ["version", "status", "method", "scale", "source", "panel", "items"];
    private static readonly string[] OfItem = ["hangsOn", "options"];
    private static readonly string[] OfOption = ["effectiveness", "rationale", "principles", "dropped", "ratings", "firstRatings"];
    private static readonly string[] OfPanel = ["title", "instructions", "closedOn", "judges", "thresholds"];
    private static readonly string[] OfJudge = ["pseudonym", "role", "years"];
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
            fields.Blocks("items", OfItem).ToDictionary(item => item.Name, item => Keyed(item.Block), StringComparer.Ordinal))
        {
            Panel = fields.Block("panel", OfPanel) is { } panel ? Panel(panel, source) : null,
        };
        if (key.Version.Length > 0 && key.Version != source.Stem)
        {
            fields.Report("version", "file-name", $"the version '{key.Version}' differs from the file's name '{source.Stem}': rename one of them");
        }

        return key;
    }

    private static IReadOnlyList<int> Scale(Fields fields) =>
        fields.Has("scale") ? WholeNumbers(fields, "scale", "the points of a scale") : DefaultScale;

    private static KeyPanel Panel(Fields panel, FileSource source)
    {
        if (!DateOnly.TryParseExact(panel.Text("closedOn"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly closedOn))
        {
            panel.Spoil("closedOn", "'closedOn' must be a day such as 2026-11-22");
        }

        return new KeyPanel(
            panel.Text("title"),
            panel.Text("instructions"),
            closedOn,
            [.. panel.List("judges").Select(entry => Judge(new Fields(source, entry.Path, entry.Node, OfJudge)))])
        {
            Thresholds = panel.Block("thresholds", ThresholdFields.Names) is { } thresholds ? ThresholdFields.Read(name => Threshold(thresholds, name)) : null,
        };
    }

    private static double Threshold(Fields thresholds, string name)
    {
        bool whole = name is "judgesForPanel" or "judgesForProvisional" or "roles" or "retainedOptions";
        if (thresholds.IsReadable && !thresholds.Has(name))
        {
            thresholds.Spoil(name, $"'{name}' is missing: 'thresholds' names all that the panel was held to, {Known.List(ThresholdFields.Names)}; or leave the block out");
        }

        double value = thresholds.Number(name) ?? 0;
        if (whole && (!double.IsInteger(value) || Math.Abs(value) > 1000))
        {
            thresholds.Spoil(name, $"'{name}' must be a whole number of at most 1000");
        }

        return value;
    }

    private static KeyJudge Judge(Fields judge)
    {
        if (!int.TryParse(judge.Text("years"), NumberStyles.None, CultureInfo.InvariantCulture, out int years) && judge.IsReadable)
        {
            judge.Spoil("years", "'years' must be a whole number of years");
        }

        return new KeyJudge(judge.Text("pseudonym"), judge.Text("role"), years);
    }

    private static IReadOnlyList<int> WholeNumbers(Fields fields, string field, string what)
    {
        var numbers = new List<int>();
        foreach (string text in fields.Texts(field))
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                numbers.Add(number);
            }
            else
            {
                fields.Spoil(field, $"{what} are whole numbers, not '{text}'");
            }
        }

        return numbers;
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

        return new KeyedOption(id, fields.Number("effectiveness") ?? 0, fields.Text("rationale"), fields.Texts("principles"), dropped, Ratings(fields, "ratings"))
        {
            FirstRatings = Ratings(fields, "firstRatings"),
        };
    }

    private static IReadOnlyList<int>? Ratings(Fields fields, string field) =>
        fields.Has(field) ? WholeNumbers(fields, field, "ratings") : null;
}
