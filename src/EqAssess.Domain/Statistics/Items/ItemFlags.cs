namespace EqAssess.Domain.Statistics.Items;

/// <summary>The limits behind <see cref="ItemFlag"/>: rules of thumb of the trade, lower where situational judgement is known to be heterogeneous.</summary>
/// <param name="FewestPersons">Below, nothing is flagged.</param>
/// <param name="FewestForWeakSigns">Persons that the signs need which chance produces easily.</param>
/// <param name="FewestChoosers">Persons on another option before it may cast doubt on the key.</param>
/// <param name="TooHard">Least facility; for items that can be guessed, their chance score where that is higher.</param>
public sealed record ItemFlags(
    int FewestPersons = 100,
    int FewestForWeakSigns = 200,
    int FewestChoosers = 20,
    double KeyMargin = .05,
    double LowDiscrimination = .10,
    double TooEasy = .90,
    double TooHard = .20,
    double DeadOption = .03,
    double OmitHigh = .05,
    double NotReachedHigh = .10,
    double HurtsReliability = .02,
    double MidrangeKey = .25)
{
    /// <summary>All flags of an item, in the order of <see cref="ItemFlag"/>. Every limit is compared with the unrounded number.</summary>
    public IReadOnlyList<ItemFlag> Of(ItemEvidence item) => item.Persons < FewestPersons ? [] :
    [
        .. Flag(ItemFlag.KeySuspect, IsKeySuspect(item.Options)),
        .. Flag(ItemFlag.NegativeDiscrimination, RunsAgainst(item)),
        .. Flag(ItemFlag.LowDiscrimination, item.Persons >= FewestForWeakSigns && item.ItemRest.OrNull < LowDiscrimination),
        .. Flag(ItemFlag.TooEasy, item.Facility.OrNull > TooEasy),
        .. Flag(ItemFlag.TooHard, item.Facility.OrNull < Math.Max(TooHard, item.Chance ?? 0)),
        .. Flag(ItemFlag.DeadOption, item.Persons >= FewestForWeakSigns && item.Options.Any(o => o.Share.OrNull < DeadOption)),
        .. Flag(ItemFlag.OmitHigh, item.OmitRate > OmitHigh),
        .. Flag(ItemFlag.NotReachedHigh, item.NotReachedRate > NotReachedHigh),
        .. Flag(ItemFlag.HurtsReliability, item.Persons >= FewestForWeakSigns && item.AlphaIfDeleted.OrNull - item.Alpha.OrNull > HurtsReliability),
        .. Flag(ItemFlag.MidrangeKey, item.KeyFromMidpoint is double distance && Math.Abs(distance) <= MidrangeKey),
    ];

    private static ItemFlag[] Flag(ItemFlag flag, bool raised) => raised ? [flag] : [];

    private bool IsKeySuspect(IReadOnlyList<OptionChoice> options) =>
        options.FirstOrDefault(o => o.IsKeyed)?.PointBiserial.OrNull is double keyed
        && (keyed < 0 || options.Any(o => !o.IsKeyed && o.Persons >= FewestChoosers && o.PointBiserial.OrNull > keyed + KeyMargin));

    /// <summary>Below 0, and the upper 95 % limit below what would do.</summary>
    private bool RunsAgainst(ItemEvidence item) =>
        item.ItemRest.OrNull is double r && r < 0 && CorrelationLimits.Of(r, item.Persons).Upper.OrNull < LowDiscrimination;
}

/// <summary>What is known of one item.</summary>
/// <param name="Options">Empty for an item without options to choose from.</param>
/// <param name="OmitRate">Share of the persons who saw it and chose nothing, 0 to 1.</param>
/// <param name="NotReachedRate">Share of the persons whose time ended before it, 0 to 1.</param>
/// <param name="Chance">Mean credit of random answers, where the format has one.</param>
/// <param name="KeyFromMidpoint">Judges' mean less the middle of the scale, in points; null where judges rate nothing.</param>
public sealed record ItemEvidence(
    int Persons,
    Estimate Facility,
    Estimate ItemRest,
    Estimate Alpha,
    Estimate AlphaIfDeleted,
    IReadOnlyList<OptionChoice> Options,
    double OmitRate = 0,
    double NotReachedRate = 0,
    double? Chance = null,
    double? KeyFromMidpoint = null);
