using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Panels;

/// <summary>Whether a panel's item goes into the key. Where it does not, the reason stands in the analysis.</summary>
internal static class ItemRule
{
    /// <param name="options">All of the item, with their ratings.</param>
    public static string? LeftOutBecause(string format, IReadOnlyList<KeyedOption> options, PanelThresholds least)
    {
        KeyedOption[] scored = [.. options.Where(o => o.DroppedBecause is null)];
        if (scored.Length < least.RetainedOptions)
        {
            return $"{scored.Length} of its options are scored, {least.RetainedOptions} are needed";
        }

        if (scored.Select(o => o.Effectiveness).Distinct().Count() < 2)
        {
            return "its scored options are all keyed alike, so it tells nobody apart";
        }

        return PickRule.DisputedBecause(format, options, least)
            ?? (format == RateEachFormat.FormatCode ? null : FormatKeys.Problems(format, options).FirstOrDefault());
    }
}
