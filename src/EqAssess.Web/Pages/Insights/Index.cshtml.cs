using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Insights;

/// <summary>Forms and campaigns on which real people have finished, with what their newest statistics say in short.</summary>
public sealed class IndexModel(EqAssessDb db, InsightService insights, CampaignVisibility visible) : PageModel
{
    private const int MostCampaigns = 100;

    /// <summary>Of those forms.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Banks { get; private set; } = [];

    public IReadOnlyList<InsightLine> Forms { get; private set; } = [];

    /// <summary>Those that close last, <see cref="MostCampaigns"/> at most.</summary>
    public IReadOnlyList<InsightLine> Campaigns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var forms = await (
            from form in db.FormVersions
            join bank in db.Banks on form.BankId equals bank.Id
            where db.Attempts.Any(a => a.FormVersionId == form.Id && a.ClosedAt != null && !a.Simulated)
            orderby bank.Title, form.Title, form.Number descending
            select new { form.Id, form.Title, form.Number, form.BankId, Bank = bank.Title }).ToListAsync(cancellationToken);
        Banks = [.. forms.Select(f => (f.BankId, f.Bank)).Distinct()];
        var lines = new List<InsightLine>();
        foreach (var form in forms)
        {
            lines.Add(await LineAsync($"/insights/forms/{form.Id}", form.Title, form.Bank, form.Number, InsightScope.OfForm(form.Id), cancellationToken));
        }

        Forms = lines;
        Campaigns = await CampaignsAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<InsightLine>> CampaignsAsync(CancellationToken cancellationToken)
    {
        var campaigns = await (
            from campaign in visible.Of(User)
            join form in db.FormVersions on campaign.FormVersionId equals form.Id
            where db.Attempts.Any(a => a.FormVersionId == form.Id && a.ClosedAt != null && !a.Simulated && db.Invitations.Any(i => i.Id == a.InvitationId && i.CampaignId == campaign.Id))
            orderby campaign.ClosesAt descending
            select new { campaign.Id, campaign.JobTitle, Form = form.Id, form.Title, form.Number }).Take(MostCampaigns).ToListAsync(cancellationToken);
        var lines = new List<InsightLine>();
        foreach (var campaign in campaigns)
        {
            lines.Add(await LineAsync(
                $"/insights/campaigns/{campaign.Id}", campaign.JobTitle, campaign.Title, campaign.Number, InsightScope.OfCampaign(campaign.Form, campaign.Id), cancellationToken));
        }

        return lines;
    }

    private async Task<InsightLine> LineAsync(string address, string title, string of, int number, InsightScope scope, CancellationToken cancellationToken)
    {
        DrawnInsight? newest = await insights.NewestAsync(scope, cancellationToken);
        return new InsightLine(
            address, title, of, number, newest?.Row, newest is null ? null : InsightJson.ReadInsight(newest.Row.Content), await insights.ClosedAsync(scope, cancellationToken));
    }
}

/// <param name="Of">The bank of a form; the form of a campaign.</param>
/// <param name="Number">Of the form version.</param>
/// <param name="Insight">Null before the first.</param>
/// <param name="Closed">Attempts of real people that have ended by now.</param>
public sealed record InsightLine(string Address, string Title, string Of, int Number, InsightRow? Row, Insight? Insight, int Closed);
