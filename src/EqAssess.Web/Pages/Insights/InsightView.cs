using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using ItemFlag = EqAssess.Domain.Statistics.Items.ItemFlag;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Statistics with what a page needs beside them.</summary>
/// <param name="Since">Attempts that have ended since they were worked out.</param>
/// <param name="Address">Of the page that shows them.</param>
public sealed record InsightView(
    DrawnInsight Drawn, Insight Insight, FormVersion Form, Bank Bank, int Since, string Address, InsightOrder Order, string? Flag, StaffWords Words)
{
    public InsightRow Row => Drawn.Row;

    /// <summary>Items that ask for a look, flags for information left aside.</summary>
    public int NeedAttention => Insight.Items.Count(i => i.Flags.Any(f => ToneOf(f) != "plain"));

    /// <summary>Items in the order asked for, those with the flag alone.</summary>
    public IReadOnlyList<ItemInsight> Shown =>
    [
        .. Sorted(Insight.Items.Where(i => Flag is null || i.Flags.Any(f => f.ToString() == Flag))),
    ];

    /// <summary>Flags that any item has.</summary>
    public IReadOnlyList<ItemFlag> FlagsInUse => [.. Insight.Items.SelectMany(i => i.Flags).Distinct().Order()];

    public Item ItemOf(Guid version) => Form.Items.Single(i => i.Version == version).Content;

    public string DomainTitle(string code) => Bank.Domains.FirstOrDefault(d => d.Code == code)?.Title ?? code;

    public string Number(Estimate estimate, string format = "0.00") => Show(estimate, format, Words);

    /// <summary>Limits by bootstrap in words, with the draws behind them; empty where there are none to speak of.</summary>
    public string Limits(BootstrapLimits? limits) => LimitsIn(Words, limits);

    /// <summary>Feldt's limits of a domain's alpha; insufficient data where the items are not listed.</summary>
    public (Estimate Lower, Estimate Upper) DomainLimits(ScaleStatistics domain) =>
        AlphaLimits.Of(domain.Reliability, domain.Attempts ?? Insight.Persons, Insight.Items.Count(i => i.Domain == domain.Scale));

    public string Percent(double share) => share.ToString("P1", Words.Culture);

    /// <summary>The number, or in a word why there is none.</summary>
    public static string Show(Estimate estimate, string format, StaffWords words) =>
        estimate.OrNull is double value ? value.ToString(format, words.Culture) : words[$"Insights.Missing.{estimate.MissingBecause}"];

    private static string LimitsIn(StaffWords words, BootstrapLimits? limits) => limits is null or { Draws: 0 } ? ""
        : limits.TooManyFailed ? words["Insights.Bootstrap.Failed", limits.Failed, limits.Draws]
        : words["Insights.Bootstrap", Show(limits.Lower, "0.00", words), Show(limits.Upper, "0.00", words), limits.Draws, limits.Seed];

    /// <summary>The address with another order.</summary>
    public string Sort(InsightOrder order) => $"{Address}{(Address.Contains('?') ? '&' : '?')}order={order}{(Flag is null ? "" : $"&flag={Flag}")}#items";

    /// <summary>Class of a flag's tag.</summary>
    public static string ToneOf(ItemFlag flag) => flag switch
    {
        ItemFlag.KeySuspect or ItemFlag.NegativeDiscrimination => "bad",
        ItemFlag.DeadOption or ItemFlag.MidrangeKey => "plain",
        _ => "warn",
    };

    public static string DayOf(DateOnly? day, CultureInfo culture) => day?.ToString("d MMM yyyy", culture) ?? "–";

    private IEnumerable<ItemInsight> Sorted(IEnumerable<ItemInsight> items) => Order switch
    {
        InsightOrder.Facility => items.OrderBy(i => i.Facility.OrNull ?? 2),
        InsightOrder.ItemRest => items.OrderBy(i => i.ItemRest.OrNull ?? 2),
        InsightOrder.Deleted => items.OrderByDescending(i => i.AlphaIfDeleted.OrNull ?? -2),
        InsightOrder.Omitted => items.OrderByDescending(i => i.OmitRate),
        InsightOrder.Time => items.OrderByDescending(i => i.Times.Median.OrNull ?? -1),
        InsightOrder.Flags => items.OrderByDescending(i => i.IsCritical).ThenByDescending(i => i.Flags.Count(f => ToneOf(f) == "warn")).ThenByDescending(i => i.Flags.Count),
        _ => items,
    };
}

/// <summary>What the table of items is ordered by, the ones to look at first.</summary>
public enum InsightOrder
{
    Place,
    Facility,
    ItemRest,
    Deleted,
    Omitted,
    Time,
    Flags,
}
