using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Cli.Stats;

/// <summary>One method over all items, as figures.</summary>
internal sealed class DifCheck(ScoreTable scores, bool[] focal, IReadOnlyList<string> columns, bool thick, bool purify)
{
    public Figures MantelHaenszel(Figures figures)
    {
        var (results, dropped) = Purification.Run(scores, purify, (j, totals) => MantelHaenszelDif.Of(scores.Column(j), focal, Strata(totals)), r => r.Class);
        IReadOnlyList<double?> adjusted = Adjusted([.. results.Select(r => r.Tables.P)]);
        return Dropped(figures, dropped).Put("items", results.Select((r, j) => Row(j).Put("strata", r.Tables.Strata)
            .Put("chiSquare", r.Tables.ChiSquare).Put("p", r.Tables.P).Put("pAdjusted", adjusted[j], Why(r.Tables.P))
            .Put("oddsRatio", r.Tables.OddsRatio).Put("delta", r.Delta).Put("deltaSe", r.DeltaSe).Put("stdPDif", r.StdPDif)
            .Put("class", r.Class?.ToString(), nameof(NoEstimate.NotEstimable))));
    }

    public Figures Mantel(Figures figures)
    {
        var (results, dropped) = Purification.Run(scores, purify, (j, totals) => MantelDif.Of(scores.Column(j), focal, Strata(totals)), r => r.Class);
        IReadOnlyList<double?> adjusted = Adjusted([.. results.Select(r => r.P)]);
        return Dropped(figures, dropped).Put("items", results.Select((r, j) => Row(j).Put("strata", r.Strata).Put("lost", r.Lost)
            .Put("chiSquare", r.ChiSquare).Put("p", r.P).Put("pAdjusted", adjusted[j], Why(r.P))
            .Put("smd", r.Smd).Put("effect", r.Effect).Put("class", r.Class is { } c ? $"{c}{c}" : null, Why(r.P))));
    }

    public Figures Logistic(Figures figures)
    {
        var (results, dropped) = Purification.Run(scores, purify, (j, totals) => LogisticDif.Of(scores.Column(j), totals, focal), r => r.Dif?.Class);
        return Dropped(figures, dropped).Put("items", results.Select((r, j) => Logistic(Row(j), r)));
    }

    private static Figures Logistic(Figures row, LogisticDif.Result result)
    {
        string why = result.Reason?.ToString() ?? "";
        LogisticDif? dif = result.Dif;
        return row.Put("lrBoth", dif?.Both.Statistic, why).Put("lrUniform", dif?.Uniform.Statistic, why).Put("lrNonUniform", dif?.NonUniform.Statistic, why)
            .Put("pBoth", dif?.Both.P, why).Put("pUniform", dif?.Uniform.P, why).Put("pNonUniform", dif?.NonUniform.P, why)
            .Put("deltaR2", dif?.DeltaR2, why).Put("deltaR2Uniform", dif?.DeltaR2Uniform, why).Put("class", dif?.Class.ToString(), why);
    }

    private MatchingStrata Strata(double[] totals) => thick ? MatchingStrata.Thick(totals) : MatchingStrata.Thin(totals);

    private Figures Row(int item) => new Figures().Put("item", columns[item])
        .Put("nReference", focal.Count(f => !f)).Put("nFocal", focal.Count(f => f));

    private Figures Dropped(Figures figures, IReadOnlyList<int> dropped) => purify ? figures.Put("purified", dropped.Select(j => columns[j])) : figures;

    private static string Why(Estimate p) => p.MissingBecause?.ToString() ?? "";

    /// <summary>Benjamini and Hochberg over the items that have a p.</summary>
    private static IReadOnlyList<double?> Adjusted(IReadOnlyList<Estimate> ps)
    {
        IReadOnlyList<double> known = MultipleTests.BenjaminiHochberg([.. ps.Select(p => p.OrNull).OfType<double>()]);
        int next = 0;
        return [.. ps.Select(p => p.OrNull is null ? (double?)null : known[next++])];
    }
}
