namespace EqAssess.Domain.Scoring;

/// <summary>Whether the judges of an item agree on its best and its worst option, where the format asks for them.</summary>
internal static class PickRule
{
    /// <summary>Null where they do, or where the format does not ask.</summary>
    /// <param name="options">As for <see cref="PickVotes.Best"/>, dropped ones included.</param>
    public static string? DisputedBecause(string format, IReadOnlyList<KeyedOption> options, PanelThresholds least) =>
        Disputed("best", PickVotes.Best(format, options), options, o => o.Effectiveness, least)
        ?? Disputed("worst", PickVotes.Worst(format, options), options, o => -o.Effectiveness, least);

    private static string? Disputed(
        string which, PickVotes? votes, IReadOnlyList<KeyedOption> options, Func<KeyedOption, double> height, PanelThresholds least) => votes switch
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
}
