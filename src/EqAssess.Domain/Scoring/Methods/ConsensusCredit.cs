namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The rate-each methods that look at how the judges' ratings were distributed and not at the key.</summary>
public abstract class ConsensusCredit : RateEachCredit
{
    protected static IReadOnlyList<int> RatingsOf(KeyedOption option) =>
        option.Ratings ?? throw new InvalidOperationException($"The key of option '{option.Option}' has no ratings; the plan should have been refused.");

    /// <summary>Judges who gave the most frequent rating, or one of the most frequent.</summary>
    protected static int LargestCount(KeyedOption option) => RatingsOf(option).CountBy(r => r).Max(c => c.Value);

    protected sealed override string? ProblemOf(KeyedOption option, RatingRange range) =>
        option.Ratings is not { Count: > 0 } ratings ? $"option '{option.Option}': {Code} needs the judges' ratings"
        : ratings.Any(r => !range.Contains(r)) ? $"option '{option.Option}': a judge's rating lies outside the scale"
        : null;
}
