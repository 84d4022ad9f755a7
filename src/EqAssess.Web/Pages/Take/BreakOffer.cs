using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>Which stops of the clock a candidate may still take.</summary>
/// <param name="Rest">What is left of the breaks that were granted to this person; null for none.</param>
/// <param name="Pause">Length of the campaign's one pause; null where there is none, or it was taken.</param>
public sealed record BreakOffer(TimeSpan? Rest, TimeSpan? Pause)
{
    public static BreakOffer None { get; } = new(null, null);

    public bool Any => Rest is not null || Pause is not null;

    public static BreakOffer Of(RunningAttempt attempt, CampaignRow campaign) =>
        attempt.State is AttemptState.InProgress { Granted.OpenUntil: null, Break: null } p
            ? new BreakOffer(p.BreakLeft >= TimeSpan.FromSeconds(1) ? p.BreakLeft : null, campaign.AllowsPause && !p.Paused ? AttemptRules.PauseLength : null)
            : None;
}
