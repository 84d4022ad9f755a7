using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;

namespace EqAssess.Domain.Insights;

/// <summary>What is known of one item of a form.</summary>
/// <param name="Persons">Who saw it, of those that count.</param>
/// <param name="Facility">Mean credit, 0 to 1; what was omitted earns 0.</param>
/// <param name="ItemRest">r of the credit with the sum of all other items, with its 95 % limits.</param>
/// <param name="OmitRate">Share of the persons who saw it and chose nothing.</param>
/// <param name="NotReachedRate">Share, of those who handed in and those whose time ended, who never saw it.</param>
/// <param name="Chance">Mean credit of random answers; null where no method has one.</param>
/// <param name="FifthSizes">Persons in each fifth by rest score, the lowest first.</param>
/// <param name="ByFifth">Mean credit of the whole item in each fifth.</param>
public sealed record ItemInsight(
    Guid ItemVersion,
    string ItemId,
    string Domain,
    string Format,
    int Persons,
    Estimate Facility,
    Estimate ItemRest,
    Estimate ItemRestLower,
    Estimate ItemRestUpper,
    Estimate AlphaIfDeleted,
    double OmitRate,
    double NotReachedRate,
    double? Chance,
    IReadOnlyList<ItemFlag> Flags,
    IReadOnlyList<int> FifthSizes,
    IReadOnlyList<Estimate> ByFifth,
    IReadOnlyList<OptionInsight> Options,
    TimeInsight Times)
{
    /// <summary>Key suspect or negative discrimination: not to be used again before somebody has looked.</summary>
    public bool IsCritical => Flags.Any(f => f is ItemFlag.KeySuspect or ItemFlag.NegativeDiscrimination);
}
