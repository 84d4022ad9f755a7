using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.RateEach;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// Whether the ratings that a key carries earn its status, by the rules and default thresholds by which panels publish. So a key from a
/// file claims no more than one from a panel here, and a published key passes when it comes back.
/// </summary>
/// <remarks>A simulated key claims nothing. Thresholds that the key says it was made with are not taken from it.</remarks>
internal static class KeyClaimChecks
{
    /// <summary>The number of judges is looked at elsewhere.</summary>
    private static readonly PanelThresholds Least = new() { JudgesForPanel = 0 };

    /// <param name="key">With ratings that are sound: one for each judge, on the scale.</param>
    /// <param name="formats">By item id; of other items there is nothing to say.</param>
    public static IEnumerable<BankProblem> Problems(Key key, KeyPanel panel, IReadOnlyDictionary<string, string> formats) =>
        key.Status is not (KeyStatus.Panel or KeyStatus.Provisional) ? [] :
        [
            .. OfPanel(key, panel),
            .. key.Items.Where(i => formats.ContainsKey(i.Key))
                .SelectMany(i => OfItem(i.Value, formats[i.Key], RatingRange.Of(key.Scale)).Select(p => p.Within($"items/{i.Key}"))),
        ];

    private static IEnumerable<BankProblem> OfPanel(Key key, KeyPanel panel)
    {
        var reliability = PanelReliability.Of(key.Items.Values.SelectMany(i => i.Options).Select(o => o.Ratings).OfType<IReadOnlyList<int>>());
        if (PanelReliability.NoneBecause(reliability) is { } none)
        {
            return [BankProblem.Error("no-agreement", "status", $"{none}: no key stands on such judges, ask a new panel")];
        }

        return key.Status != KeyStatus.Panel ? []
            : [.. PanelShortfalls.Of(panel.Judges, reliability, Least).Select(shortfall => BankProblem.Error(
                "panel-falls-short", "status", $"{shortfall} for a panel key: give it the status provisional"))];
    }

    private static IEnumerable<BankProblem> OfItem(KeyedItem item, string format, RatingRange range)
    {
        KeyedOption[] scored = [.. item.Options.Where(o => o.DroppedBecause is null)];
        IEnumerable<BankProblem> few = scored.Length >= Least.RetainedOptions || scored.Length == 0 ? []
            : [BankProblem.Error("too-few-scored", "options", $"{scored.Length} of its options are scored, {Least.RetainedOptions} are needed: leave the item out of the key")];
        return [.. few, .. format == RateEachFormat.FormatCode ? scored.SelectMany(o => OfRated(o, range)) : OfPicks(item, format)];
    }

    private static IEnumerable<BankProblem> OfRated(KeyedOption option, RatingRange range) =>
        option.Ratings is { Count: > 0 } ratings && KeyRule.Judge(ratings, range).DroppedBecause is { } reason
            ? [BankProblem.Error("not-agreed", $"options/{option.Option}", $"{reason}, so it cannot be scored: drop it (dropped: \"{reason}\")")]
            : [];

    private static IEnumerable<BankProblem> OfPicks(KeyedItem item, string format)
    {
        if (item.Options.Count < 2)
        {
            return [];
        }

        if (item.Options.Where(o => o.Ratings is not { Count: > 0 }).Select(o => o.Option).ToList() is { Count: > 0 } unrated)
        {
            return [BankProblem.Error(
                "no-ratings", "options", $"{format} compares all options, and {Known.List(unrated)} come without ratings: give them, or leave the item out of the key")];
        }

        return PickRule.DisputedBecause(format, item.Options, Least) is { } disputed
            ? [BankProblem.Error("not-agreed", "options", $"{disputed}: leave the item out of the key")]
            : [];
    }
}
