using EqAssess.Domain.Formats.MostLeast;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>
/// The most-least methods. The two picks depend on each other, so they are halves of one item and never two items; a missing half
/// leaves the other to be scored.
/// </summary>
public abstract class MostLeastCredit : CreditMethod
{
    private const int Halves = 2;

    public sealed override string Format => MostLeastFormat.FormatCode;

    /// <summary>Credit, 0 to 1, of choosing the option as the most effective.</summary>
    public abstract double CreditAsMost(KeyedOption option, KeyExtremes key);

    /// <summary>Credit, 0 to 1, of choosing the option as the least effective.</summary>
    public abstract double CreditAsLeast(KeyedOption option, KeyExtremes key);

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) => [.. FormatKeys.Problems(Format, item.Options)];

    public sealed override ItemCredit Credit(PlannedItem item, string? response, RatingRange range)
    {
        MostLeastPicks picks = MostLeastFormat.PicksOf(response);
        if (picks.Best is not null && picks.Best == picks.Worst)
        {
            throw new FormatException($"A response to {item.ItemId} names option '{picks.Best}' as most and as least effective.");
        }

        var key = KeyExtremes.Of(item);
        double most = picks.Best is string best ? CreditAsMost(item.OptionCalled(best), key) : 0;
        double least = picks.Worst is string worst ? CreditAsLeast(item.OptionCalled(worst), key) : 0;
        return new ItemCredit(most + least, picks.Count, Halves);
    }

    /// <summary>Over all pairs of two options, each as likely as any other; every option is then as likely in either half.</summary>
    public sealed override double ChanceCredit(PlannedItem item, RatingRange range)
    {
        var key = KeyExtremes.Of(item);
        return item.Options.Average(o => CreditAsMost(o, key) + CreditAsLeast(o, key)) / Halves;
    }
}
