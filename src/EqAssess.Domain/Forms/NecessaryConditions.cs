using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>
/// Conditions without which no form can exist, each cheap to prove. They name what fails exactly; that all hold does not mean that
/// forms exist.
/// </summary>
internal static class NecessaryConditions
{
    public static IReadOnlyList<FailedConstraint> Failing(AssemblyPool pool) =>
    [
        .. Named(pool),
        .. AllQuotas(pool).SelectMany(q => Supply(pool, q)),
        .. Sums(pool),
        .. Different(pool),
        .. Pretest(pool),
        .. Time(pool),
        .. Blind(pool),
    ];

    private static IEnumerable<PoolQuota> AllQuotas(AssemblyPool pool) =>
        pool.Blueprint.Domains.Select(q => new PoolQuota(ConstraintKind.Domain, q)).Concat(pool.Quotas);

    private static IEnumerable<FailedConstraint> Named(AssemblyPool pool)
    {
        foreach (string id in pool.Blueprint.Anchors.Where(id => pool.Find(id) is not int i || !pool.Items[i].CanCount))
        {
            yield return new FailedConstraint(ConstraintKind.UnknownAnchor, id, 1, 0);
        }

        foreach (string id in pool.Blueprint.Pretest.Where(id => pool.Find(id) is null))
        {
            yield return new FailedConstraint(ConstraintKind.UnknownPretest, id, 1, 0);
        }

        int[] together = [.. pool.Anchors, .. pool.NamedPretest];
        foreach ((int first, int second) in together.Index().SelectMany(a => together.Skip(a.Index + 1).Select(b => (a.Item, b))).Where(p => pool.Enemies[p.Item1].Contains(p.Item2)))
        {
            yield return new FailedConstraint(ConstraintKind.AnchorEnemies, $"{pool.Items[first].Id}, {pool.Items[second].Id}", 0, 1);
        }
    }

    private static IEnumerable<FailedConstraint> Supply(AssemblyPool pool, PoolQuota quota)
    {
        int anchors = pool.Anchors.Count(a => quota.Counts(pool.Items[a]));
        if (anchors > (quota.Quota.Most ?? int.MaxValue))
        {
            yield return new FailedConstraint(ConstraintKind.AnchorsTooMany, quota.Quota.Code, anchors, quota.Quota.Most!.Value);
        }

        List<int> fitting = [.. Enumerable.Range(0, pool.Items.Count).Where(i => pool.Items[i].CanCount && quota.Counts(pool.Items[i]))];
        List<int> free = [.. pool.Free.Where(i => quota.Counts(pool.Items[i]))];
        Blueprint blueprint = pool.Blueprint;
        int inOne = anchors + CliqueCover(pool, free);
        int inAll = anchors + (free.Count * blueprint.MostForms / blueprint.Forms);
        if (inOne < quota.Quota.Least)
        {
            yield return new FailedConstraint(
                quota.Kind,
                quota.Quota.Code,
                quota.Quota.Least,
                inOne,
                fitting.Count(i => pool.IsSeenTooOften(pool.Items[i])),
                free.Count + anchors - inOne + fitting.Count(pool.IsEnemyOfFixed));
        }
        else if (inAll < quota.Quota.Least)
        {
            yield return new FailedConstraint(ConstraintKind.Share, quota.Quota.Code, quota.Quota.Least, inAll);
        }
    }

    /// <summary>Groups in which all are enemies of all, greedily: a form holds at most one of each, so this bounds how many go together.</summary>
    private static int CliqueCover(AssemblyPool pool, List<int> items)
    {
        var groups = new List<List<int>>();
        int alone = 0;
        foreach (int item in items)
        {
            if (pool.Enemies[item].Count == 0)
            {
                alone++;
            }
            else if (groups.Find(g => g.TrueForAll(pool.Enemies[item].Contains)) is List<int> group)
            {
                group.Add(item);
            }
            else
            {
                groups.Add([item]);
            }
        }

        return alone + groups.Count;
    }

    private static IEnumerable<FailedConstraint> Sums(AssemblyPool pool)
    {
        Blueprint blueprint = pool.Blueprint;
        Dictionary<string, string> domainOf = pool.Items.DistinctBy(i => i.Facet).ToDictionary(i => i.Facet, i => i.Domain, StringComparer.Ordinal);
        IEnumerable<(string Subject, int Room, List<Quota> Quotas)> sums =
        [
            .. blueprint.Domains.Select(d => (d.Code, d.Least, blueprint.Facets.Where(f => domainOf.GetValueOrDefault(f.Code) == d.Code).ToList())),
            ("formats", blueprint.Scenarios, [.. blueprint.Formats]),
            ("channels", blueprint.Scenarios, [.. blueprint.Channels]),
        ];
        foreach ((string subject, int room, List<Quota> quotas) in sums.Where(s => s.Quotas.Sum(q => q.Least) > s.Room))
        {
            yield return new FailedConstraint(ConstraintKind.LeastTooMany, subject, quotas.Sum(q => q.Least), room);
        }

        foreach (PoolQuota domain in blueprint.Domains.Select(d => new PoolQuota(ConstraintKind.Domain, d)))
        {
            HashSet<string> facets = [.. pool.Items.Where(i => i.CanCount && domain.Counts(i)).Select(i => i.Facet)];
            List<Quota> capped = [.. blueprint.Facets.Where(f => facets.Contains(f.Code) && f.Most is not null)];
            if (capped.Count == facets.Count && capped.Sum(f => f.Most!.Value) < domain.Quota.Least && facets.Count > 0)
            {
                yield return new FailedConstraint(ConstraintKind.MostTooFew, domain.Quota.Code, domain.Quota.Least, capped.Sum(f => f.Most!.Value));
            }
        }
    }

    private static IEnumerable<FailedConstraint> Different(AssemblyPool pool)
    {
        Blueprint blueprint = pool.Blueprint;
        int available = pool.Anchors.Count + pool.Free.Count(i => blueprint.Domains.Any(d => d.Code == pool.Items[i].Domain));
        if (blueprint.Forms > 1 && pool.Anchors.Count > blueprint.MostInCommon)
        {
            yield return new FailedConstraint(ConstraintKind.Overlap, "anchors", pool.Anchors.Count, blueprint.MostInCommon);
        }
        else if (blueprint.Forms > 1 && LeastApart(blueprint) > available)
        {
            yield return new FailedConstraint(ConstraintKind.Overlap, "", LeastApart(blueprint), available);
        }
    }

    /// <summary>Different scenarios in any f forms of n with at most c in common: f·n − c·f(f − 1)/2 at least (Bonferroni).</summary>
    private static int LeastApart(Blueprint b) => Enumerable.Range(1, b.Forms).Max(f => (f * b.Scenarios) - (b.MostInCommon * f * (f - 1) / 2));

    /// <summary>Different scenarios that all forms hold at least, where an item may stand in its share of the forms only.</summary>
    private static int LeastDifferent(AssemblyPool pool)
    {
        Blueprint b = pool.Blueprint;
        int own = Math.Max(0, b.Scenarios - pool.Anchors.Count);
        return Math.Max(LeastApart(b), pool.Anchors.Count + (((b.Forms * own) + b.MostForms - 1) / b.MostForms));
    }

    private static IEnumerable<FailedConstraint> Pretest(AssemblyPool pool)
    {
        int needed = pool.Blueprint.PretestCount * pool.Blueprint.Forms;
        int spare = PretestDraw.Uncounted(pool).Count + Math.Max(0, pool.Free.Count + pool.Anchors.Count - LeastDifferent(pool));
        if (needed > spare)
        {
            yield return new FailedConstraint(ConstraintKind.Pretest, "", needed, spare);
        }
    }

    private static IEnumerable<FailedConstraint> Time(AssemblyPool pool)
    {
        double least = pool.Anchors.Concat(pool.NamedPretest).Sum(i => pool.Items[i].LeastMinutes)
            + pool.Blueprint.Domains.Sum(d => Smallest(pool, d, i => i.LeastMinutes));
        int minutes = pool.Blueprint.Minutes ?? (int)FormChecks.LongestLimit.TotalMinutes;
        if (least > minutes)
        {
            yield return new FailedConstraint(ConstraintKind.Time, "", (int)Math.Ceiling(least), minutes);
        }
    }

    private static IEnumerable<FailedConstraint> Blind(AssemblyPool pool)
    {
        int scenarios = Math.Max(1, pool.Blueprint.Scenarios);
        foreach ((int s, string code) in pool.Strategies.Index())
        {
            double least = pool.Anchors.Sum(i => pool.Items[i].BlindGains[s]) + pool.Blueprint.Domains.Sum(d => Smallest(pool, d, i => i.BlindGains[s]));
            if (least / scenarios > Blueprint.MostBlindGain + 1e-9)
            {
                yield return new FailedConstraint(ConstraintKind.Blind, code, (int)Math.Ceiling(100 * least / scenarios), (int)(100 * Blueprint.MostBlindGain));
            }
        }
    }

    /// <summary>Sum of the smallest values that fill the slots of a domain; what lacks is reported as a shortage elsewhere.</summary>
    private static double Smallest(AssemblyPool pool, Quota domain, Func<AssemblyItem, double> value)
    {
        int slots = domain.Least - pool.Anchors.Count(a => pool.Items[a].Domain == domain.Code);
        return pool.Free.Select(i => pool.Items[i]).Where(i => i.Domain == domain.Code).Select(value).Order().Take(Math.Max(0, slots)).Sum();
    }
}
