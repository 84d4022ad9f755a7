using EqAssess.Domain.Banks;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Forms;

/// <summary>Parallel forms from a blueprint: the same seed and the same items give the same forms, on any machine.</summary>
public static class FormAssembly
{
    private const int LimitStep = 5;

    /// <param name="blueprint">Without problems (<see cref="BlueprintChecks"/>).</param>
    /// <param name="candidates">With different ids.</param>
    /// <param name="strategies">Codes of the blind strategies, in the order of <see cref="AssemblyItem.BlindGains"/>.</param>
    /// <param name="stop">Ends the search, which can take long, when nobody waits for it any more.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static AssemblyResult Assemble(
        Blueprint blueprint, IReadOnlyList<AssemblyItem> candidates, IReadOnlyList<string> strategies, long seed, CancellationToken stop)
    {
        var pool = new AssemblyPool(blueprint, candidates, strategies);
        IReadOnlyList<FailedConstraint> failing = NecessaryConditions.Failing(pool);
        if (failing.Count > 0)
        {
            return new AssemblyResult.NotPossible(failing, Proved: true);
        }

        var random = new SplitMix64(seed);
        IReadOnlyList<IReadOnlyList<int>> pretest = PretestDraw.Of(pool, random);
        if (TooFew(pool, pretest) is FailedConstraint tooFew)
        {
            return new AssemblyResult.NotPossible([tooFew], Proved: false);
        }

        var search = new AssemblySearch(pool, pretest, random);
        return search.Find(stop) is { } found
            ? Assembled(pool, found, pretest, random)
            : new AssemblyResult.NotPossible([.. MostOftenViolated(search, blueprint)], Proved: false);
    }

    /// <summary>Enemies can leave fewer to try out than counting shows.</summary>
    private static FailedConstraint? TooFew(AssemblyPool pool, IReadOnlyList<IReadOnlyList<int>> pretest)
    {
        int asked = pool.Blueprint.PretestCount * pool.Blueprint.Forms;
        int drawn = pretest.Sum(p => p.Count - pool.NamedPretest.Count);
        return drawn < asked ? new FailedConstraint(ConstraintKind.Pretest, "", asked, drawn) : null;
    }

    private static IEnumerable<FailedConstraint> MostOftenViolated(AssemblySearch search, Blueprint blueprint) =>
        search.Violated.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Kind).ThenBy(v => v.Key.Subject, StringComparer.Ordinal).Take(3)
            .Select(v => new FailedConstraint(v.Key.Kind, v.Key.Subject, Limit(v.Key.Kind, v.Key.Subject, blueprint), 0));

    /// <summary>The number in the blueprint that the constraint is about.</summary>
    private static int Limit(ConstraintKind kind, string subject, Blueprint blueprint) => kind switch
    {
        ConstraintKind.Facet => Least(blueprint.Facets, subject),
        ConstraintKind.Format => Least(blueprint.Formats, subject),
        ConstraintKind.Channel => Least(blueprint.Channels, subject),
        ConstraintKind.Overlap => blueprint.MostInCommon,
        ConstraintKind.Share => blueprint.MostForms,
        ConstraintKind.Time => blueprint.Minutes ?? (int)FormChecks.LongestLimit.TotalMinutes,
        ConstraintKind.Blind => (int)(100 * Blueprint.MostBlindGain),
        _ => 0,
    };

    private static int Least(IReadOnlyList<Quota> quotas, string code) => quotas.First(q => q.Code == code).Least;

    private static AssemblyResult.Assembled Assembled(
        AssemblyPool pool, IReadOnlyList<IReadOnlyList<int>> counting, IReadOnlyList<IReadOnlyList<int>> pretest, SplitMix64 random)
    {
        HashSet<int>[] sets = [.. counting.Select(c => c.ToHashSet())];
        IReadOnlyList<AssembledForm> forms = FormOrder.Of(pool, counting, pretest, random);
        double least = forms.Max(f => f.Facts.LeastMinutes);
        return new AssemblyResult.Assembled(
            forms,
            pool.Blueprint.Minutes ?? (int)(Math.Ceiling(least / LimitStep) * LimitStep),
            [.. sets.Select(a => (IReadOnlyList<int>)[.. sets.Select(b => a.Count(b.Contains))])]);
    }
}
