using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <param name="Reference">Null: the largest other group, the first by name among equals.</param>
internal sealed record DifGroups(string Column, string Focal, string? Reference)
{
    /// <summary>The complete rows of both groups, and who of them belongs to the focal one.</summary>
    /// <exception cref="InputProblem">A group is not in the file, or has no complete row.</exception>
    public (ScoreTable Scores, bool[] Focal, string Reference) Choose(CsvTable table, ScoreTable all)
    {
        string[] groups = Array.ConvertAll(table.Column(Column), g => g.Trim());
        if (!groups.Contains(Focal))
        {
            throw new InputProblem($"--focal: column '{Column}' of {table.File} has no group '{Focal}': there are {Named(groups)}");
        }

        if (Reference is not null && !groups.Contains(Reference))
        {
            throw new InputProblem($"--reference: column '{Column}' of {table.File} has no group '{Reference}': there are {Named(groups)}");
        }

        string reference = Reference ?? groups.Where(g => !Scores.IsMissing(g) && g != Focal).CountBy(g => g)
            .OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault().Key
            ?? throw new InputProblem($"{table.File}: column '{Column}': there is no group beside '{Focal}'");
        if (reference == Focal)
        {
            throw new InputProblem($"--reference: '{Focal}' cannot be held against itself");
        }

        int[] kept = [.. Enumerable.Range(0, all.Persons).Where(i => (groups[i] == Focal || groups[i] == reference) && IsComplete(all, i))];
        foreach (string group in new[] { Focal, reference }.Where(g => !kept.Any(i => groups[i] == g)))
        {
            throw new InputProblem($"{table.File}: column '{Column}': no complete row belongs to the group '{group}'");
        }

        HashSet<int> rows = [.. kept];
        return (all.Where(rows.Contains), Array.ConvertAll(kept, i => groups[i] == Focal), reference);
    }

    /// <summary>At most ten: a column of names is not for groups.</summary>
    private static string Named(string[] groups)
    {
        string[] names = [.. groups.Where(g => !Scores.IsMissing(g)).Distinct().Order(StringComparer.Ordinal)];
        return names.Length == 0 ? "none" : names.Length > 10 ? $"{string.Join(", ", names[..10])} and others" : string.Join(", ", names);
    }

    private static bool IsComplete(ScoreTable all, int row) => Enumerable.Range(0, all.Parts).All(j => !double.IsNaN(all.Column(j)[row]));
}
