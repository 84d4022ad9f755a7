using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Rescoring;

public sealed class RescoringPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo Lind", 4, 3, 2, 1);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task One_person_proposes_another_one_approves_and_the_old_report_says_so()
    {
        Browser psychologist = await site.SignInAsync("Psychologist");
        Browser hr = await site.SignInAsync("HrAdmin");
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).FirstAsync());

        Shown proposal = await (await psychologist.OpenAsync($"/campaigns/{campaign}/rescoring")).Form("Show what it would do")
            .With("method", "dichotomous").With("reason", ScoringsOfSite.Reason).PressAsync();
        Shown second = await hr.OpenAsync(proposal.Address);
        Shown approved = await second.Form("Approve, and score everybody anew").With("remark", "Looked at every touched decision.").PressAsync();
        await site.RunAsync<ScoreAttempts>();
        Shown report = await hr.OpenAsync($"/reports/{run}");
        Shown results = await hr.OpenAsync($"/campaigns/{campaign}/results");
        Shown manual = await hr.OpenAsync($"/forms/{await site.FormAsync()}/manual");

        Assert.Contains("You proposed this, so a second person has to approve it.", proposal.Words);
        Assert.False(proposal.Offers("Approve, and score everybody anew"));
        Assert.Contains("People scored2", proposal.Words);
        Assert.Contains("Keyed creditSame side", proposal.Words);
        Assert.Contains("not enough data: 2 of 50", proposal.Words);
        Assert.DoesNotContain("Amara", proposal.Words);
        Assert.Contains("The new scoring counts from now on.", approved.Words);
        Assert.Contains($"because {ScoringsOfSite.Reason}", report.Words);
        Assert.Contains("Open the report that counts now", report.Words);
        Assert.Contains($"because {ScoringsOfSite.Reason}", results.Words);
        Assert.Contains("Scoring plan 2, for one campaign that was scored anew, proposed by one person and approved by another", manual.Words);
        Assert.Equal(4, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
    }

    [Fact]
    public async Task The_same_person_is_refused_in_another_tab_too()
    {
        Browser psychologist = await site.SignInAsync("Psychologist");
        Shown tab = await psychologist.OpenAsync($"/campaigns/{campaign}/rescoring/{await site.ProposeScoringAsync(campaign)}");
        Guid own = await site.ProposeScoringAsync(campaign, staff: await StaffAsync("Psychologist"));
        FilledForm approval = tab.Form("Approve, and score everybody anew").With("remark", "Both tabs are mine, after all.");

        Shown refused = await psychologist.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/campaigns/{campaign}/rescoring/{own}?handler=Approve") { Content = new FormUrlEncodedContent(approval.Fields) });

        Assert.Equal("You proposed this yourself. Ask a second person to approve it.", Assert.Single(refused.Problems).Text);
        Assert.Equal(RescoringState.Proposed, await site.ReadAsync(db => db.Rescorings.Where(r => r.Id == own).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_proposed_is_said_beside_the_field()
    {
        Browser hr = await site.SignInAsync("HrAdmin");
        Guid item = (await site.ItemVersionsAsync(await site.FormAsync()))[0];
        Shown form = await hr.OpenAsync($"/campaigns/{campaign}/rescoring");

        Shown same = await form.Form("Show what it would do").With("reason", ScoringsOfSite.Reason).PressAsync();
        Shown emptied = await form.Form("Show what it would do").With("drop", $"{item}").With("reason", "short").PressAsync();

        Assert.Equal(("key", "There is no such scoring: nothing would be scored differently."), Assert.Single(same.Problems));
        Assert.Equal(["reason", "key"], emptied.Problems.Select(p => p.Field));
        Assert.Equal(0, await site.ReadAsync(db => db.Rescorings.CountAsync()));
    }

    [Fact]
    public async Task An_auditor_reads_and_a_rejected_proposal_stays_with_its_words()
    {
        Guid proposal = await site.ProposeScoringAsync(campaign);
        Browser hr = await site.SignInAsync("HrAdmin");
        Browser auditor = await site.SignInAsync("Auditor");

        Shown read = await auditor.OpenAsync($"/campaigns/{campaign}/rescoring/{proposal}");
        Shown ended = await (await hr.OpenAsync($"/campaigns/{campaign}/rescoring/{proposal}")).Form("Reject").With("remark", "The key was right all along.").PressAsync();

        Assert.False(read.Offers("Reject"));
        Assert.Contains("The proposal has ended. Nothing was changed.", ended.Words);
        Assert.Contains("The key was right all along.", (await auditor.OpenAsync($"/campaigns/{campaign}/rescoring/{proposal}")).Words);
    }

    private Task<Guid> StaffAsync(string role)
    {
        string email = PreparedDatabase.EmailOf(role);
        return site.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
    }
}
