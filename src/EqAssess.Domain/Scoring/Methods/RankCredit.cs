using EqAssess.Domain.Formats.Rank;

namespace EqAssess.Domain.Scoring.Methods;

/// <summary>The methods for a ranking of all options. Dropped options are taken out of the ranking before it is compared with the key.</summary>
public abstract class RankCredit : CreditMethod
{
    public sealed override string Format => RankFormat.FormatCode;

    /// <summary>Credit, 0 to 1, of a whole ranking.</summary>
    /// <param name="options">The scored options, two or more.</param>
    public abstract double CreditOf(IReadOnlyList<RankedOption> options);

    public sealed override IReadOnlyList<string> Problems(PlannedItem item, RatingRange range) => [.. FormatKeys.Problems(Format, item.Options)];

    public sealed override ItemCredit Credit(PlannedItem item, string? response, RatingRange range)
    {
        IReadOnlyDictionary<string, int> ranks = RankFormat.RanksOf(response);
        List<KeyedOption> scored = [.. item.ScoredOptions()];
        if (ranks.Count == 0)
        {
            return new ItemCredit(Sum: 0, Answered: 0, scored.Count);
        }

        if (ranks.Count != item.Options.Count || item.Options.Any(o => !ranks.ContainsKey(o.Option)))
        {
            throw new FormatException($"A response to {item.ItemId} does not rank each of its options.");
        }

        List<RankedOption> ranked =
        [
            .. scored.Select(o => new RankedOption(
                1 + scored.Count(other => other.Effectiveness > o.Effectiveness),
                1 + scored.Count(other => ranks[other.Option] < ranks[o.Option]),
                scored.Count(other => ranks[other.Option] == ranks[o.Option]) > 1)),
        ];
        return new ItemCredit(scored.Count * CreditOf(ranked), scored.Count, scored.Count);
    }
}

/// <param name="Key">Rank in the key, 1 for the most effective.</param>
/// <param name="Given">Rank in the response, 1 for the most effective; tied options share the best of their places.</param>
/// <param name="Tied">Whether another scored option got the same rank: an imported ranking may have that.</param>
public sealed record RankedOption(int Key, int Given, bool Tied)
{
    public int Distance => Math.Abs(Given - Key);
}
