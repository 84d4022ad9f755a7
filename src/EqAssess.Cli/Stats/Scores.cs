using System.Globalization;
using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <summary>Columns of a CSV file as numbers.</summary>
internal static class Scores
{
    /// <summary>Beyond it sums of squares lose digits, and no test has such scores.</summary>
    private const double Most = 1e9;

    /// <summary>The columns that were named, or all but those that have another part to play.</summary>
    /// <exception cref="InputProblem">A name is unknown, or no column is left.</exception>
    public static string[] Chosen(CsvTable table, string? columns, params IEnumerable<string?> others)
    {
        string[] chosen = columns is null
            ? [.. table.Head.Except(others.OfType<string>(), StringComparer.Ordinal)]
            : columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in others.OfType<string>().Concat(chosen))
        {
            table.Place(name);
        }

        if (chosen.CountBy(c => c).FirstOrDefault(c => c.Value > 1) is { Value: > 1 } twice)
        {
            throw new InputProblem($"--columns: '{twice.Key}' is named twice");
        }

        return chosen.Length > 0 ? chosen : throw new InputProblem($"{table.File}:1: no column is left to reckon with");
    }

    /// <summary>One number per cell, NaN where the cell is empty or NA.</summary>
    /// <exception cref="InputProblem">A cell is no number.</exception>
    public static ScoreTable Of(CsvTable table, IReadOnlyList<string> columns) => new([.. columns.Select(name =>
    {
        int place = table.Place(name);
        double[] column = new double[table.Count];
        for (int row = 0; row < column.Length; row++)
        {
            column[row] = Number(table, row, place);
        }

        return column;
    })]);

    public static bool IsMissing(string cell) => cell.Length == 0 || cell == "NA" || string.IsNullOrWhiteSpace(cell);

    /// <summary>The largest number of a table; 0 where there is none.</summary>
    public static double Largest(ScoreTable scores) =>
        Enumerable.Range(0, scores.Parts).SelectMany(scores.Column).Where(x => !double.IsNaN(x)).DefaultIfEmpty(0).Max();

    private static double Number(CsvTable table, int row, int place)
    {
        string cell = table.Cell(row, place);
        if (cell is [>= '0' and <= '9'])
        {
            return cell[0] - '0';
        }

        return IsMissing(cell) ? double.NaN
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                ? Math.Abs(number) <= Most ? number : throw new InputProblem($"{table.Where(row, place)}: {cell} is too large for a score; the most is 1e9")
            : throw new InputProblem($"{table.Where(row, place)}: '{cell}' is not a number; name the columns to use with --columns, or the one with names with --id");
    }
}
