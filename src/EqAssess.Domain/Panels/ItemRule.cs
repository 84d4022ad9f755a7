using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Panels;

/// <summary>Whether a panel's item goes into the key. Where it does not, the reason stands in the analysis.</summary>
internal static class ItemRule
{
    public static string? LeftOutBecause(string format, IReadOnlyList<OptionVerdict> options, PickVotes? best, PickVotes? worst, PanelThresholds least)
    {
        OptionVerdict[] scored = [.. options.Where(o => o.DroppedBecause is null)];
        if (scored.Length < least.RetainedOptions)
        {
            return $"{scored.Length} of its options are scored, {least.RetainedOptions} are needed";
        }

        if (scored.Select(o => o.Effectiveness).Distinct().Count() < 2)
        {
            return "its scored options are all keyed alike, so it tells nobody apart";
        }

        return Disputed("best", best, options, o => o.Effectiveness, least)
            ?? Disputed("worst", worst, options, o => -o.Effectiveness, least)
            ?? (format == RateEachFormat.FormatCode ? null : FormatKeys.Problems(format, [.. options.Select(AsKeyed)]).FirstOrDefault());
    }

    private static string? Disputed(
        string which, PickVotes? votes, IReadOnlyList<OptionVerdict> options, Func<OptionVerdict, double> height, PanelThresholds least) => votes switch
    {
        null => null,
        { Share: var share } when share < least.PickShare =>
            $"no option is named the {which} by {Numbers.Percent(least.PickShare)} of the judges (the most named one by {Numbers.Percent(share)})",
        { Lead: var lead } when lead < least.PickLead =>
            $"option '{votes.Option}' is named the {which} most often, but only {Numbers.Percent(lead)} ahead of the next, {Numbers.Percent(least.PickLead)} are needed",
        _ when options.MaxBy(height)!.Option != votes.Option =>
            $"option '{votes.Option}' is named the {which} most often, but the mean ratings put '{options.MaxBy(height)!.Option}' there",
        _ => null,
    };

    private static KeyedOption AsKeyed(OptionVerdict option) => new(option.Option, option.Effectiveness, "", [], option.DroppedBecause);
}
