namespace EqAssess.Domain.Statistics;

/// <summary>Scores of persons on parts, kept part by part, so that statistics over many thousands of persons run along memory.</summary>
/// <remarks>A missing score is NaN in here and null outside; no statistic lets a NaN out.</remarks>
public sealed class ScoreTable
{
    private readonly IReadOnlyList<double[]> columns;

    /// <param name="columns">One per part, all of one length; NaN where a person has no score. Kept, not copied.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public ScoreTable(IReadOnlyList<double[]> columns)
    {
        this.columns = columns;
        Persons = columns.Count == 0 ? 0 : columns[0].Length;
        if (columns.Any(c => c.Length != Persons))
        {
            throw new ArgumentException("Every part needs a cell for every person.", nameof(columns));
        }

        IsComplete = columns.All(c => !double.IsNaN(Columns.Sum(c)));
    }

    public int Persons { get; }

    public int Parts => columns.Count;

    /// <summary>Whether nobody misses anything.</summary>
    public bool IsComplete { get; }

    /// <param name="persons">One row per person, one cell per part.</param>
    public static ScoreTable OfPersons(IReadOnlyList<IReadOnlyList<double?>> persons) => new(
        [.. Enumerable.Range(0, persons.Count == 0 ? 0 : persons[0].Count).Select(j => persons.Select(p => p[j] ?? double.NaN).ToArray())]);

    /// <param name="persons">One complete row per person.</param>
    public static ScoreTable OfPersons(IReadOnlyList<IReadOnlyList<double>> persons) => new(
        [.. Enumerable.Range(0, persons.Count == 0 ? 0 : persons[0].Count).Select(j => persons.Select(p => p[j]).ToArray())]);

    public double[] Column(int part) => columns[part];

    /// <summary>Only the persons who have a score on every part (listwise).</summary>
    public ScoreTable Complete() => IsComplete ? this : Where(person => columns.All(c => !double.IsNaN(c[person])));

    /// <summary>Only some persons, in their order.</summary>
    public ScoreTable Where(Func<int, bool> keep)
    {
        int[] kept = [.. Enumerable.Range(0, Persons).Where(keep)];
        return new ScoreTable([.. columns.Select(c => Array.ConvertAll(kept, i => c[i]))]);
    }

    /// <summary>Only some parts, in the order named.</summary>
    public ScoreTable Only(IEnumerable<int> parts) => new([.. parts.Select(j => columns[j])]);

    /// <summary>Each person's sum over the parts that they have a score on.</summary>
    public double[] Totals()
    {
        double[] totals = new double[Persons];
        foreach (double[] column in columns)
        {
            Columns.AddKnown(totals, column);
        }

        return totals;
    }
}
