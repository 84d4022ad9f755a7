using EqAssess.Domain.Formats.Best;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The methods for one pick, the most effective option.</summary>
public abstract class BestCredit : CreditMethod
{
    public sealed override string Format => BestFormat.FormatCode;

    /// <summary>Credit, 0 to 1, of choosing the option.</summary>
    public abstract double CreditOf(KeyedOption option, KeyExtremes key);

    public override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) => [.. FormatKeys.Problems(Format, item.Options)];

    public sealed override ItemCredit Credit(PlannedItem item, string? response, RatingRange range) =>
        BestFormat.OptionOf(response) is string option
            ? new ItemCredit(CreditOf(item.OptionCalled(option), KeyExtremes.Of(item)), Answered: 1, Choices: 1)
            : new ItemCredit(Sum: 0, Answered: 0, Choices: 1);

    public sealed override double ChanceCredit(PlannedItem item, RatingRange range)
    {
        var key = KeyExtremes.Of(item);
        return item.Options.Average(o => CreditOf(o, key));
    }
}
