using EqAssess.Domain.Statistics;

namespace EqAssess.Cli.Stats;

/// <summary>Tables whose columns are judges.</summary>
internal static class JudgeColumns
{
    /// <summary>Only the judges who rated every row.</summary>
    public static ScoreTable Complete(ScoreTable all) =>
        all.Only(Enumerable.Range(0, all.Parts).Where(j => Array.TrueForAll(all.Column(j), x => !double.IsNaN(x))));

    public static IReadOnlyList<IReadOnlyList<double>> Rows(ScoreTable judges) => judges.Parts == 0
        ? []
        : [.. Enumerable.Range(0, judges.Persons).Select(i => Enumerable.Range(0, judges.Parts).Select(j => judges.Column(j)[i]).ToArray())];

    public static Figures Put(Figures figures, string name, BoundedEstimate icc) =>
        figures.Put(name, icc.Value).Put($"{name}Lower95", icc.Lower).Put($"{name}Upper95", icc.Upper);
}
