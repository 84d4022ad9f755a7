using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The additive rate-each methods: every rating earns a credit from 0 to 1, and options of an item weigh alike.</summary>
public abstract class RateEachCredit : CreditMethod
{
    public sealed override string Format => RateEachFormat.FormatCode;

    /// <summary>Credit, 0 to 1, of one rating.</summary>
    public abstract double CreditOf(KeyedOption option, int rating, RatingRange range);

    /// <summary>Whether the method can score the option at all; it is asked of options that the key has not dropped.</summary>
    public virtual bool Scores(KeyedOption option, RatingRange range) => true;

    /// <summary>What the method lacks in an option; null where nothing.</summary>
    protected virtual string? ProblemOf(KeyedOption option, RatingRange range) => null;

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) =>
        item.ScoredOptions().Any(o => Scores(o, range))
            ? [.. item.ScoredOptions().Select(o => ProblemOf(o, range)).OfType<string>()]
            : [$"{Code} can score none of the options"];

    public sealed override ItemCredit Credit(PlannedItem item, string? response, RatingRange range)
    {
        IReadOnlyDictionary<string, int> ratings = RateEachRatings.Read(item, response, range);
        List<KeyedOption> scored = [.. item.ScoredOptions().Where(o => Scores(o, range))];
        List<KeyedOption> answered = [.. scored.Where(o => ratings.ContainsKey(o.Option))];
        return new ItemCredit(answered.Sum(o => CreditOf(o, ratings[o.Option], range)), answered.Count, scored.Count);
    }

    public sealed override double ChanceCredit(PlannedItem item, RatingRange range) =>
        item.ScoredOptions().Where(o => Scores(o, range)).Average(o => range.Points.Average(rating => CreditOf(o, rating, range)));
}
