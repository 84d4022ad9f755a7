using System.Security.Claims;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;

namespace EqAssess.Web.Pages.Home;

/// <summary>Decisions to take anew, new results, people of campaigns that are over about whom nobody decided, invitations about to expire, messages that did not arrive, campaigns without anybody: of the campaigns that the reader may see.</summary>
public sealed class CampaignTasks(CampaignVisibility visible, CampaignNeeds needs, Reopenings reopenings, IAuthorizationService authorization, StaffWords words) : HomeTasks
{
    public override string Policy => Policies.Campaigns;

    public override string Title => words["Home.Campaigns"];

    public override string Calm => words["Home.Campaigns.Calm"];

    public override async Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        IQueryable<CampaignRow> own = visible.Of(user);
        List<HomeTask> tasks =
        [
            .. (await reopenings.WaitingAsync(own, cancellationToken)).Select(Reopened),
            .. Lines(await needs.NewResultsAsync(own, user.StaffId(), cancellationToken), NewResults, words["Todo.NewResults.More"]),
            .. Lines(await needs.UndecidedAsync(own, cancellationToken), Undecided, words["Todo.Undecided.More"]),
            .. Lines(await needs.ExpiringAsync(own, cancellationToken), Expiring, words["Todo.Expiring.More"]),
            .. Lines(await needs.UndeliveredAsync(own, cancellationToken), Undelivered, words["Todo.Undelivered.More"]),
        ];
        if ((await authorization.AuthorizeAsync(user, Policies.EditCampaigns)).Succeeded)
        {
            tasks.AddRange(Lines(await needs.WithoutInvitationsAsync(own, cancellationToken), NobodyInvited, words["Todo.NobodyInvited"]));
        }

        return tasks;
    }

    private IEnumerable<HomeTask> Lines(IReadOnlyList<CampaignNeed> found, Func<CampaignNeed, HomeTask> line, string kind) =>
        Some(found, line, more => new HomeTask(kind, words["Home.More", more], "/campaigns", words["Campaigns.All"]));

    private HomeTask Reopened(ReopenedCases cases) =>
        new(words["Todo.Reopened", cases.Count], cases.JobTitle, $"/campaigns/{cases.Campaign}/results?filter.decision=Reopened", words["Todo.Look"]);

    private HomeTask NewResults(CampaignNeed need) =>
        new(words["Todo.NewResults", need.Count], need.JobTitle, $"/campaigns/{need.Campaign}/results", words["Todo.NewResults.Look"]);

    private HomeTask Undecided(CampaignNeed need) =>
        new(words["Todo.Undecided", need.Count], words["Todo.Over", need.JobTitle, need.ClosesOn], $"/campaigns/{need.Campaign}/results?filter.decision=Open", words["Todo.Undecided.Look"]);

    private HomeTask Expiring(CampaignNeed need) =>
        new(words["Todo.Expiring", need.Count], words["Todo.Until", need.JobTitle, need.ClosesOn], $"/campaigns/{need.Campaign}", words["Todo.Look"]);

    private HomeTask Undelivered(CampaignNeed need) =>
        new(words["Todo.Undelivered", need.Count], need.JobTitle, $"/campaigns/{need.Campaign}", words["Todo.Look"]);

    private HomeTask NobodyInvited(CampaignNeed need) =>
        new(words["Todo.NobodyInvited"], words["Todo.Until", need.JobTitle, need.ClosesOn], $"/campaigns/{need.Campaign}/invite", words["Invite.Title"]);
}
