using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages;

/// <summary>What needs the reader now, and the campaigns.</summary>
public sealed class OverviewModel(CampaignOverview overview, CampaignVisibility visible, CandidateRequests requests, Reopenings reopenings, IAuthorizationService authorization, StaffWords words) : PageModel
{
    private const int MostCampaigns = 6;

    public IReadOnlyList<CampaignSummary> Campaigns { get; private set; } = [];

    public IReadOnlyList<Task> Todo { get; private set; } = [];

    public bool MaySeeCampaigns { get; private set; }

    public async System.Threading.Tasks.Task OnGetAsync(CancellationToken cancellationToken)
    {
        MaySeeCampaigns = (await authorization.AuthorizeAsync(User, Policies.Campaigns)).Succeeded;
        if (MaySeeCampaigns)
        {
            Campaigns = await overview.ListAsync(visible.Of(User), MostCampaigns, cancellationToken);
            Todo = [.. (await reopenings.WaitingAsync(visible.Of(User), cancellationToken)).Select(ReopenedOf), .. Campaigns.SelectMany(TodoOf)];
        }

        if ((await authorization.AuthorizeAsync(User, Policies.Requests)).Succeeded)
        {
            Todo = [.. RequestsOf(await requests.CountAsync(cancellationToken)), .. Todo];
        }
    }

    private Task ReopenedOf(ReopenedCases cases) =>
        new(words["Todo.Reopened", cases.Count], cases.JobTitle, $"/campaigns/{cases.Campaign}/results?filter.decision=Reopened", words["Todo.Look"]);

    private IEnumerable<Task> RequestsOf((int Open, int Overdue) count)
    {
        if (count.Open > 0)
        {
            string where = count.Overdue > 0 ? words["Todo.Overdue", count.Overdue] : words["Todo.InTime"];
            yield return new Task(words["Todo.Requests", count.Open], where, "/requests", words["Requests.Look"]);
        }
    }

    private IEnumerable<Task> TodoOf(CampaignSummary campaign)
    {
        string link = $"/campaigns/{campaign.Row.Id}";
        if (campaign.Undelivered > 0)
        {
            yield return new Task(words["Todo.Undelivered", campaign.Undelivered], campaign.Row.JobTitle, link, words["Todo.Look"]);
        }

        if (campaign.State != CampaignState.Closed && campaign.Invited == 0)
        {
            yield return new Task(words["Todo.NobodyInvited"], campaign.Row.JobTitle, $"{link}/invite", words["Invite.Title"]);
        }
    }

    /// <param name="Where">Name of the campaign.</param>
    /// <param name="Act">Label of the link.</param>
    public sealed record Task(string Text, string Where, string Link, string Act);
}
