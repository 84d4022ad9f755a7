using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>The pages on which people are looked at and decided about.</summary>
internal static class DeskOfSite
{
    public static string CaseOf(Guid campaign, Guid invitation) => $"/campaigns/{campaign}/results/{invitation}";

    public static Task<Guid> InvitationOfAsync(this SiteFactory site, string name) => site.ReadAsync(db => (
        from invitation in db.Invitations join candidate in db.Candidates on invitation.CandidateId equals candidate.Id where candidate.Name == name select invitation.Id).SingleAsync());

    public static Task<Guid> RunOfAsync(this SiteFactory site, Guid invitation) => site.ReadAsync(db => (
        from run in db.ScoreRuns join attempt in db.Attempts on run.AttemptId equals attempt.Id where attempt.InvitationId == invitation select run.Id).SingleAsync());

    /// <summary>Opens the report and records a decision.</summary>
    public static async Task<Shown> DecideAsync(this Browser browser, SiteFactory site, Guid campaign, Guid invitation, string outcome, string reason = "Clear answers in the interview.")
    {
        await browser.OpenAsync($"/reports/{await site.RunOfAsync(invitation)}");
        Shown page = await browser.OpenAsync(CaseOf(campaign, invitation));
        return await page.Form("Record the decision").With("outcome", outcome).Fill("Reason", reason).PressAsync();
    }
}
