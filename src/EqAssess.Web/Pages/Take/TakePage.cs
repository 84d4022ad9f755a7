using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Take;

/// <summary>What the pages of a running test have in common: whose it is, its campaign, its language.</summary>
public sealed class TakePage(AttemptService attempts, EqAssessDb db, CandidateWords words)
{
    public async Task<(RunningAttempt Attempt, CampaignRow Campaign)> LoadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        RunningAttempt attempt = await attempts.LookAsync(CandidateSession.AttemptOf(http.User), cancellationToken);
        CampaignRow campaign = await (
            from invitation in db.Invitations
            join c in db.Campaigns on invitation.CampaignId equals c.Id
            where invitation.Id == attempt.Invitation
            select c).AsNoTracking().SingleAsync(cancellationToken);
        words.Culture = Languages.CultureOf(attempt.Form.Language);
        return (attempt, campaign);
    }

    /// <summary>An instant as a clock in the campaign's zone shows it, with the zone's name.</summary>
    public string ClockTime(DateTimeOffset instant, CampaignRow campaign)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone));
        return words["Time.InZone", local.ToString("t", words.Culture), campaign.TimeZone];
    }

    public string DeadlineOf(RunningAttempt attempt, CampaignRow campaign) =>
        attempt.State is AttemptState.InProgress p ? ClockTime(p.Deadline, campaign) : "";
}
