using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Monitoring;

/// <summary>Compares the groups of one question on one form version (reference 6.1).</summary>
/// <param name="Items">Item versions, in the order of the columns of <paramref name="Credits"/>.</param>
/// <param name="Credits">Points of every person on every item, 0 where an item was omitted.</param>
/// <param name="Groups">The group of each person; null where it is not known.</param>
/// <param name="Percents">The score of each person.</param>
public sealed record FairnessStudy(IReadOnlyList<Guid> Items, ScoreTable Credits, IReadOnlyList<string?> Groups, IReadOnlyList<double> Percents)
{
    /// <summary>Credits of more levels than this are taken together for the logistic models, which have a threshold for each.</summary>
    private const int MostLevels = 6;

    /// <returns>One for each group but the largest; empty where fewer than two groups have anybody.</returns>
    public IReadOnlyList<GroupComparison> Compare(string question, IReadOnlyList<string> groups)
    {
        string[] present = [.. groups.Where(g => Groups.Contains(g))];
        string? reference = present.OrderByDescending(g => Groups.Count(x => x == g)).ThenBy(g => g, StringComparer.Ordinal).FirstOrDefault();
        return [.. present.Where(g => g != reference).Select(focal => Compare(question, focal, reference!))];
    }

    private GroupComparison Compare(string question, string focal, string reference)
    {
        int[] people = [.. Enumerable.Range(0, Groups.Count).Where(i => Groups[i] == focal || Groups[i] == reference)];
        bool[] isFocal = Array.ConvertAll(people, i => Groups[i] == focal);
        (int inFocal, int inReference) = (isFocal.Count(f => f), isFocal.Count(f => !f));
        DifStanding standing = DifSample.Of(inReference, inFocal);
        ScoreGap? gap = Math.Min(inFocal, inReference) < Disclosure.FewestForGap ? null : GapOf(people, isFocal);
        var plain = new GroupComparison(question, focal, reference, Tens(inFocal), Tens(inReference), standing, gap, false, []);
        if (standing == DifStanding.NotEnough || Credits.Parts == 0)
        {
            return plain;
        }

        HashSet<int> kept = [.. people];
        ScoreTable scores = Credits.Where(kept.Contains);
        bool thick = LosesMany(scores, isFocal);
        return plain with { Thick = thick, Items = Functioning(scores, isFocal, thick) };
    }

    private ScoreGap? GapOf(int[] people, bool[] isFocal)
    {
        var gap = StandardisedDifference.Of(
            [.. people.Where((_, i) => isFocal[i]).Select(p => Percents[p])], [.. people.Where((_, i) => !isFocal[i]).Select(p => Percents[p])]);
        return gap.G.OrNull is double g ? new ScoreGap(Math.Round(g, 2), Math.Round(gap.Lower.OrNull!.Value, 2), Math.Round(gap.Upper.OrNull!.Value, 2)) : null;
    }

    private IReadOnlyList<ItemFunctioning> Functioning(ScoreTable scores, bool[] focal, bool thick)
    {
        Func<int, double[], Found> check = (j, totals) => Of(scores.Column(j), focal, thick ? MatchingStrata.Thick(totals) : MatchingStrata.Thin(totals));
        var (found, dropped) = Purification.Run(scores, true, check, f => f.Class);
        if (2 * dropped.Count > scores.Parts)
        {
            // What is left of the total would say too little about anybody: the first pass stands.
            (found, dropped) = Purification.Run(scores, false, check, f => f.Class);
        }

        double?[] adjusted = Adjusted([.. found.Select(f => f.P)]);
        HashSet<int> left = [.. dropped];
        return
        [
            .. found.Select((f, j) =>
            {
                LogisticDif? logistic = LogisticDif.Of(Levels(scores.Column(j)), Purification.Totals(scores, left, j), focal).Dif;
                return new ItemFunctioning(Items[j], f.Method, f.Effect, f.P, adjusted[j], f.Class, left.Contains(j), logistic?.NonUniform.P, logistic?.Class);
            }),
        ];
    }

    private static Found Of(double[] column, bool[] focal, MatchingStrata strata)
    {
        if (Array.TrueForAll(column, x => x is 0 or 1))
        {
            var binary = MantelHaenszelDif.Of(column, focal, strata);
            return new Found(DifMethod.MantelHaenszel, binary.Delta.OrNull, binary.Tables.P.OrNull, binary.Class);
        }

        var graded = MantelDif.Of(column, focal, strata);
        return new Found(DifMethod.Mantel, graded.Effect.OrNull, graded.P.OrNull, graded.Class);
    }

    private static bool LosesMany(ScoreTable scores, bool[] focal) =>
        MantelDif.Of(scores.Column(0), focal, MatchingStrata.Thin(scores.Totals())).Lost > MatchingStrata.MostLost * scores.Persons;

    /// <summary>As they are up to six levels; otherwise rounded to fifths of the range that occurs.</summary>
    private static double[] Levels(double[] column)
    {
        if (column.Distinct().Take(MostLevels + 1).Count() <= MostLevels)
        {
            return column;
        }

        (double low, double high) = (column.Min(), column.Max());
        return Array.ConvertAll(column, x => Math.Round((x - low) / (high - low) * (MostLevels - 1), MidpointRounding.AwayFromZero));
    }

    private static double?[] Adjusted(double?[] ps)
    {
        IReadOnlyList<double> known = MultipleTests.BenjaminiHochberg([.. ps.OfType<double>()]);
        int next = 0;
        return Array.ConvertAll(ps, p => p is null ? (double?)null : known[next++]);
    }

    private static int Tens(int count) => (int)Math.Round(count / 10d, MidpointRounding.AwayFromZero) * 10;

    private sealed record Found(DifMethod Method, double? Effect, double? P, DifClass? Class);
}
