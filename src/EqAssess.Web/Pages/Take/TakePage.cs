using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Html;
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

    public IHtmlContent DeadlineOf(RunningAttempt attempt, CampaignRow campaign) =>
        attempt.State is AttemptState.InProgress p
            ? words.ClockTime(p.SectionDeadline is { } section && section < p.Deadline ? section : p.Deadline, campaign.TimeZone)
            : HtmlString.Empty;
}
