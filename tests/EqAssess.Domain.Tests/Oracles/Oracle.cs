using System.Globalization;
using System.Text.Json;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Tests.Oracles;

/// <summary>One case of reference numbers, with the tolerance that it names for itself.</summary>
public sealed class Oracle
{
    private readonly double absolute;
    private readonly double relative;

    private Oracle(JsonElement root)
    {
        absolute = root.GetProperty("tolerance").GetProperty("abs").GetDouble();
        relative = root.GetProperty("tolerance").GetProperty("rel").GetDouble();
        Values = root.GetProperty("values");
    }

    public JsonElement Values { get; }

    public static Oracle Load(string name)
    {
        using Stream stream = Open($"{name}.json");
        using JsonDocument document = JsonDocument.Parse(stream);
        return new Oracle(document.RootElement.Clone());
    }

    public void Agrees(JsonElement want, double got) => Agrees(want.GetDouble(), got);

    public void Agrees(double want, double got) =>
        Assert.True(Math.Abs(got - want) <= absolute + (relative * Math.Abs(want)), $"want {want:R}, got {got:R}");

    public void Agrees(double want, Estimate got) => Agrees(want, Assert.IsType<Estimate.Known>(got).Value);

    public void Agrees(double want, double? got) => Agrees(want, Assert.NotNull(got));

    /// <summary>A null of the case asks for a missing estimate.</summary>
    public void Agrees(JsonElement want, Estimate got)
    {
        if (want.ValueKind == JsonValueKind.Null)
        {
            Assert.IsType<Estimate.Missing>(got);
            return;
        }

        Agrees(want.GetDouble(), got);
    }

    /// <summary>Rows of a CSV file by their first column; an empty cell is null.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyDictionary<string, int?> Ratings)> Table(string name)
    {
        using var reader = new StreamReader(Open($"{name}.csv"));
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Replace("\"", "", StringComparison.Ordinal).Split(','))];
        return [.. lines.Skip(1).Select(cells => (cells[0], Row(lines[0], cells)))];
    }

    /// <summary>The whole-number columns whose name begins with a prefix, in the order of the file: one row per person.</summary>
    public static double[][] Scores(string name, string prefix)
    {
        using var reader = new StreamReader(Open($"{name}.csv"));
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split(','))];
        int[] columns = [.. lines[0].Index().Where(c => c.Item.StartsWith(prefix, StringComparison.Ordinal)).Select(c => c.Index)];
        return [.. lines.Skip(1).Select(cells => columns.Select(c => (double)int.Parse(cells[c], CultureInfo.InvariantCulture)).ToArray())];
    }

    /// <summary>A CSV file as it stands: the names of its columns, and the cells of each row.</summary>
    public static (string[] Head, string[][] Rows) Cells(string name)
    {
        using var reader = new StreamReader(Open($"{name}.csv"));
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Replace("\"", "", StringComparison.Ordinal).Split(','))];
        return (lines[0], lines[1..]);
    }

    /// <summary>The columns whose name begins with a prefix as scores; an empty cell or NA is missing.</summary>
    public static ScoreTable ScoreTable(string name, string prefix)
    {
        (string[] head, string[][] rows) = Cells(name);
        return new ScoreTable([.. head.Index().Where(c => c.Item.StartsWith(prefix, StringComparison.Ordinal))
            .Select(c => rows.Select(r => r[c.Index] is "" or "NA" ? double.NaN : double.Parse(r[c.Index], CultureInfo.InvariantCulture)).ToArray())]);
    }

    /// <summary>One column of a CSV file as text.</summary>
    public static string[] Column(string name, string column)
    {
        (string[] head, string[][] rows) = Cells(name);
        int place = Array.IndexOf(head, column);
        return [.. rows.Select(r => r[place])];
    }

    private static IReadOnlyDictionary<string, int?> Row(string[] head, string[] cells) =>
        head.Zip(cells).Skip(1).ToDictionary(
            pair => pair.First,
            pair => pair.Second is "" or "NA" ? (int?)null : int.Parse(pair.Second, CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    private static Stream Open(string resource) =>
        typeof(Oracle).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No oracle file {resource}.");
}
