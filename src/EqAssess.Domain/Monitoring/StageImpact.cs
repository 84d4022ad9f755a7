using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Domain.Monitoring;

/// <summary>Rates of the groups at one stage, held against the group with the highest one (reference 6.2), from what a table shows alone.</summary>
/// <remarks>
/// Where counts are hidden, a finding is given when it holds whatever they are: so zero of sixty is found although it is not shown. The
/// reference group has 30 people at least, and 2 % of those whose group is known.
/// </remarks>
public sealed class StageImpact
{
    private readonly GroupTable table;
    private readonly SelectionStage stage;
    private readonly double threshold;
    private readonly Group[] groups;
    private readonly Group[] qualified;

    private StageImpact(GroupTable table, SelectionStage stage, double threshold)
    {
        (this.table, this.stage, this.threshold) = (table, stage, threshold);
        groups = [.. table.Rows.Zip(CountRange.Of(table, stage), (row, range) => new Group(row, range)).Where(g => g.Row.Group != GroupCounts.Unknown)];
        qualified = [.. groups.Where(g => g.People >= ImpactVerdicts.FewestApplicants && g.People >= ImpactVerdicts.LeastShare * Everybody)];
    }

    private int Everybody => table.Answered ?? table.People;

    /// <param name="threshold">Of the ratio, below which rates count as different; four fifths unless told.</param>
    /// <returns>One for each group but the unknown, in the order of the table.</returns>
    public static IReadOnlyList<ImpactLine> Of(GroupTable table, SelectionStage stage, double threshold = ImpactVerdicts.FourFifths)
    {
        var impact = new StageImpact(table, stage, threshold);
        return [.. impact.groups.Select(impact.LineOf)];
    }

    private ImpactLine LineOf(Group own)
    {
        var plain = new ImpactLine(own.Row.Group, own.Row.People, own.Row.Passed[stage], null, ImpactFinding.NotEnoughData);
        if (own.People is null || qualified.Length == 0)
        {
            return own.Row.People.Mark == CellMark.Withheld ? plain with { Finding = ImpactFinding.Withheld } : plain;
        }

        Group best = qualified.OrderByDescending(g => g.LowestRate).ThenBy(g => g.Row.Group, StringComparer.Ordinal).First();
        bool certain = qualified.All(g => g == best || g.HighestRate <= best.LowestRate);
        if (own == best && certain)
        {
            return plain with { Finding = ImpactFinding.Reference };
        }

        if (!own.Range.IsExact || !best.Range.IsExact || !certain)
        {
            return plain with { Finding = Whatever(own, best) };
        }

        var pair = new ImpactComparison(own.AtMost, best.AtMost);
        return plain with { Pair = pair, Finding = FindingOf(pair) };
    }

    /// <summary>The finding that all possible counts have in common.</summary>
    private ImpactFinding Whatever(Group own, Group best)
    {
        if (own.People < ImpactVerdicts.FewestApplicants)
        {
            return ImpactFinding.NotEnoughData;
        }

        Group highest = qualified.OrderByDescending(g => g.HighestRate).ThenBy(g => g.Row.Group, StringComparer.Ordinal).First();
        return own != best && FindingOf(new ImpactComparison(own.AtMost, best.AtLeast)) == ImpactFinding.RatesDiffer ? ImpactFinding.RatesDiffer
            : own != highest && FindingOf(new ImpactComparison(own.AtLeast, highest.AtMost)) == ImpactFinding.NoIndication ? ImpactFinding.NoIndication
            : ImpactFinding.Withheld;
    }

    private ImpactFinding FindingOf(ImpactComparison pair) => Enum.Parse<ImpactFinding>($"{ImpactVerdicts.Of(pair, Everybody, threshold)}");

    private sealed record Group(GroupRow Row, CountRange Range)
    {
        public int? People => Row.People.Count;

        public SelectionCount AtLeast => new(People!.Value, Range.Low);

        public SelectionCount AtMost => new(People!.Value, Range.High);

        public double LowestRate => AtLeast.Rate.OrNull ?? 0;

        public double HighestRate => AtMost.Rate.OrNull ?? 0;
    }
}

/// <param name="Pair">With the reference group; null for that itself, and where counts are hidden.</param>
public sealed record ImpactLine(string Group, Cell People, Cell Passed, ImpactComparison? Pair, ImpactFinding Finding)
{
    /// <summary>Share that passed; null where a count is hidden.</summary>
    public double? Rate => People.Count is > 0 and int people && Passed.Count is int passed ? (double)passed / people : null;

    /// <summary>Wilson's 95 % limits of the rate; null where there is none.</summary>
    public (double Lower, double Upper)? Limits => People.Count is > 0 and int people && Passed.Count is int passed
        && Proportion.Wilson(passed, people) is var (lower, upper) ? (lower.OrNull!.Value, upper.OrNull!.Value) : null;
}

/// <summary>What is said of a group's rate: the verdicts of <see cref="ImpactVerdict"/>, and two that a table adds.</summary>
public enum ImpactFinding
{
    NotEnoughData,
    TooSmallAShare,
    RatesDiffer,
    BelowNotReliable,
    SignificantAbove,
    NoIndication,

    /// <summary>The group with the highest rate.</summary>
    Reference,

    /// <summary>Nothing can be said without telling about single people.</summary>
    Withheld,
}
