using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>A rule that turns responses and a key into a score: by item (<see cref="CreditMethod"/>) or over a whole scale (<see cref="DistanceMethod"/>).</summary>
public abstract class ScoringMethod
{
    /// <summary>As it stands in plans, for example <c>keyed-credit</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Code of the response format whose items it scores.</summary>
    public abstract string Format { get; }

    /// <summary>What keeps the method from scoring this item; empty where nothing does. Asked when a plan is made, never while scoring.</summary>
    public abstract IReadOnlyList<string> Problems(PlannedItem item, RatingRange range);
}

/// <summary>An additive method: each item earns its own credit, so methods of several formats can share a plan.</summary>
public abstract class CreditMethod : ScoringMethod
{
    /// <param name="response">In the canonical text of the format; null where nothing was answered.</param>
    /// <exception cref="FormatException">The response does not fit the item: a defect upstream.</exception>
    public abstract ItemCredit Credit(PlannedItem item, string? response, RatingRange range);

    /// <summary>Expected credit, 0 to 1, of someone who makes every choice at random with equal chances.</summary>
    public abstract double ChanceCredit(PlannedItem item, RatingRange range);
}

/// <summary>What the choices of one item earned.</summary>
/// <param name="Sum">Sum of the credits, each 0 to 1, of the answered choices.</param>
/// <param name="Answered">Scored choices with an answer.</param>
/// <param name="Choices">Scored choices of the item; at least 1.</param>
public sealed record ItemCredit(double Sum, int Answered, int Choices);

/// <summary>A method that compares all answered ratings of a scale with the key at once. It gives no points to a single item.</summary>
public abstract class DistanceMethod : ScoringMethod
{
    public sealed override string Format => RateEachFormat.FormatCode;

    /// <summary>Whether a key that is the same for every option of a scale leaves nothing to compare.</summary>
    public virtual bool NeedsVaryingKey => false;

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) => [];

    /// <summary>Percent, 0 to 100, over the answered options.</summary>
    /// <param name="profile">At least one pair.</param>
    public abstract Estimate Percent(RatingProfile profile, RatingRange range);

    /// <summary>Expected percent of someone who rates every option at random with equal chances.</summary>
    /// <param name="keys">Effectiveness of every scored option.</param>
    public abstract double ChancePercent(IReadOnlyList<double> keys, RatingRange range);
}
