using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Home;

/// <summary>The first page says to each role what needs it now, and leads to where it is done.</summary>
public sealed class HomeTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(Roles.Recruiter, "Your campaigns Nothing in your campaigns needs you now.")]
    [InlineData(Roles.Psychologist, "Candidates who wait No candidate waits for an answer, and no written answer for a mark. Banks, forms, panels and job records Nothing is to be reviewed, and nothing runs low.")]
    [InlineData(Roles.Accommodations, "Adjustments No request for an adjustment is open.")]
    [InlineData(Roles.Administrator, "This installation Every job went well at its last run, and no message is uncertain.")]
    public async Task Where_nothing_is_to_be_done_each_section_says_so_in_one_sentence(string role, string calm)
    {
        Shown page = await (await site.SignInAsync(role)).OpenAsync("/");

        Assert.Equal(calm, string.Join(' ', page.Document.QuerySelectorAll("main > section.card").Select(s => Shown.Squeeze(s.TextContent))));
    }

    [Fact]
    public async Task A_recruiter_sees_new_results_until_they_have_looked()
    {
        Guid campaign = await site.OpenCampaignAsync();
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        Shown first = await recruiter.OpenAsync("/");

        site.Time.Advance(TimeSpan.FromMinutes(1));
        await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        Shown looked = await recruiter.OpenAsync("/");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await site.FinishAsync(campaign, "Bo Lind", 4, 3, 2, 1);
        Shown another = await recruiter.OpenAsync("/");

        Assert.Equal([("New results: 1", $"/campaigns/{campaign}/results")], Tasks(first));
        Assert.Empty(Tasks(looked));
        Assert.Equal([("New results: 1", $"/campaigns/{campaign}/results")], Tasks(another));
        Assert.Single(Tasks(await (await site.SignInAsync(Roles.Auditor)).OpenAsync("/")), ("New results: 2", $"/campaigns/{campaign}/results"));
    }

    [Fact]
    public async Task Results_of_pilots_and_of_people_who_withdrew_are_no_news()
    {
        await site.FinishAsync(await site.OpenCampaignAsync(CampaignPurpose.Pilot), "Amara Okafor", 1, 2, 3, 4);
        await site.FinishAsync(await site.OpenCampaignAsync(), "Bo Lind", 1, 2, 3, 4);
        await site.ReadAsync(db => db.Invitations.ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, site.Time.Instant)));

        Assert.Empty(Tasks(await (await site.SignInAsync(Roles.Recruiter)).OpenAsync("/")));
    }

    [Fact]
    public async Task Who_still_waits_for_a_decision_is_counted_once_the_campaign_is_over()
    {
        Guid campaign = await site.OpenCampaignAsync(lastDay: 2);
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 4, 3, 2, 1);
        Browser recruiter = await site.SignInAsync(Roles.Recruiter);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        Shown open = await recruiter.OpenAsync("/");
        site.Time.Advance(TimeSpan.FromDays(4));
        Browser later = await site.SignInAsync(Roles.Recruiter);
        Shown over = await later.OpenAsync("/");
        await Results.DeskOfSite.DecideAsync(later, site, campaign, await Results.DeskOfSite.InvitationOfAsync(site, "Amara"), "Reserve");
        Shown decided = await later.OpenAsync("/");

        Assert.Empty(Tasks(open));
        Assert.Equal([("Without a decision: 2", $"/campaigns/{campaign}/results?filter.decision=Open")], Tasks(over));
        Assert.Equal([("Without a decision: 1", $"/campaigns/{campaign}/results?filter.decision=Open")], Tasks(decided));
    }

    [Fact]
    public async Task People_who_have_not_started_are_counted_when_the_last_day_is_near()
    {
        Guid near = await site.OpenCampaignAsync(lastDay: 2);
        Guid far = await site.OpenCampaignAsync(lastDay: 4);
        foreach (string name in (string[])["Amara", "Bo", "Carmen", "Dilan"])
        {
            await site.InviteAsync(near, name);
            await site.InviteAsync(far, name);
        }

        await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(near, "Eira")));
        await site.ReadAsync(db => db.Invitations.Where(i => i.CampaignId == near).OrderBy(i => i.Id).Take(1).ExecuteUpdateAsync(s => s.SetProperty(i => i.RevokedAt, site.Time.Instant)));

        Shown page = await (await site.SignInAsync(Roles.Recruiter)).OpenAsync("/");

        Assert.Equal([("Invited and not started: 3", $"/campaigns/{near}")], Tasks(page));
        Assert.Contains("Customer care advisor, until 25 November 2026", page.Words);
        Assert.Contains("Open: 2. Not yet open: 0. Over: 0.", page.Words);
    }

    [Fact]
    public async Task A_recruiter_sees_only_what_concerns_their_own_campaigns_and_an_auditor_is_sent_nowhere_to_invite()
    {
        Guid own = await site.ReadAsync(db => db.Users.Where(u => u.Email == PreparedDatabase.EmailOf(Roles.HrAdmin)).Select(u => u.Id).SingleAsync());
        await site.OpenCampaignAsync(with: c => c with { JobTitle = "Somebody else's", OpenedBy = own });
        Guid shared = await site.OpenCampaignAsync(with: c => c with { JobTitle = "Everybody's" });

        Shown recruiter = await (await site.SignInAsync(Roles.Recruiter)).OpenAsync("/");
        Shown hr = await (await site.SignInAsync(Roles.HrAdmin)).OpenAsync("/");
        Shown auditor = await (await site.SignInAsync(Roles.Auditor)).OpenAsync("/");

        Assert.Equal([("Nobody is invited yet", $"/campaigns/{shared}/invite")], Tasks(recruiter));
        Assert.DoesNotContain("Somebody else's", recruiter.Words);
        Assert.Equal(2, Tasks(hr).Count);
        Assert.Empty(Tasks(auditor));
    }

    [Fact]
    public async Task Many_campaigns_of_one_kind_become_five_lines_and_a_count()
    {
        for (int i = 0; i < 8; i++)
        {
            await site.OpenCampaignAsync();
        }

        Shown page = await (await site.SignInAsync(Roles.Recruiter)).OpenAsync("/");

        Assert.Equal(6, Tasks(page).Count);
        Assert.Equal(("Nobody is invited yet", "/campaigns"), Tasks(page)[^1]);
        Assert.Contains("and 3 more", page.Words);
    }

    [Fact]
    public async Task Requests_of_candidates_come_with_their_deadline_and_adjustments_only_to_those_who_decide_them()
    {
        Guid campaign = await site.OpenCampaignAsync();
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.AskLookAgainAsync("Amara Okafor");
        string token = await site.LinkAsync(await site.InviteAsync(campaign, "Bo Lind"));
        LinkedInvitation linked = (await site.AskAsync((StartService start) => start.FindAsync(token, CancellationToken.None)))!;
        await site.AskAsync((AdjustmentRequests requests) => requests.AskAsync(linked, [Wish.Breaks], null, CancellationToken.None));

        Shown psychologist = await (await site.SignInAsync(Roles.Psychologist)).OpenAsync("/");
        Shown adjustments = await (await site.SignInAsync(Roles.Accommodations)).OpenAsync("/");
        Shown hr = await (await site.SignInAsync(Roles.HrAdmin)).OpenAsync("/");
        site.Time.Advance(TimeSpan.FromDays(9));
        Shown late = await (await site.SignInAsync(Roles.Psychologist)).OpenAsync("/");

        Assert.Equal([("Requests of candidates to answer: 1", "/requests")], Tasks(psychologist));
        Assert.Contains("The first is due on 30 November 2026", psychologist.Words);
        Assert.Equal([("Requests for adjustments to decide: 1", "/accommodations")], Tasks(adjustments));
        Assert.DoesNotContain("djustment", hr.Document.QuerySelector("main")!.TextContent);
        Assert.Contains("Overdue: 1", late.Words);
    }

    [Fact]
    public async Task Panels_and_job_records_that_wait_are_listed_until_they_are_done()
    {
        Guid panel = await site.ClosedPanelAsync(1);
        Guid ready = await site.NewRecordAsync("Ready");
        foreach (string link in await site.RaterLinksAsync(ready, 6))
        {
            await site.RateTasksAsync(link, 4);
        }

        Guid standing = await site.FinishedRecordAsync("Standing");
        Guid open = await site.NewPanelAsync("Still rating");
        await site.JudgeLinksAsync(open, 2);
        Browser psychologist = await site.SignInAsync(Roles.Psychologist);

        Shown now = await psychologist.OpenAsync("/");
        site.Time.Advance(TimeSpan.FromDays(690));
        Shown later = await (await site.SignInAsync(Roles.Psychologist)).OpenAsync("/");

        Assert.Equal(
            [
                ("A panel has ended, and its key is not published", $"/panels/{panel}/results"),
                ("Enough raters have handed in: the job record can be finished", $"/job-records/{ready}"),
            ],
            Tasks(now));
        Assert.Contains(("A job record is due for review from 23 November 2028 on", $"/job-records/{standing}"), Tasks(later));
    }

    [Fact]
    public async Task A_form_whose_bank_has_too_few_unexposed_scenarios_left_is_named()
    {
        await site.ReadAsync(db => db.FormVersions.ExecuteUpdateAsync(s => s.SetProperty(
            f => f.Blueprint, """{"Id":"b","Title":"B","Domains":[{"Code":"listen","Least":1,"Most":1}],"MostAttempts":0}""")));
        Browser psychologist = await site.SignInAsync(Roles.Psychologist);
        Shown before = await psychologist.OpenAsync("/");

        await site.FinishAsync(await site.OpenCampaignAsync(), "Amara Okafor", 1, 2, 3, 4);
        Shown after = await psychologist.OpenAsync("/");

        Assert.Empty(Tasks(before));
        Assert.Equal(
            [("Too few scenarios that few people have seen are left for another form: Title of listen (0 of 1)", $"/forms/assemble?bank={await site.BankAsync()}")], Tasks(after));
    }

    [Fact]
    public async Task An_administrator_sees_jobs_that_failed_and_messages_whose_fate_is_uncertain()
    {
        Guid campaign = await site.OpenCampaignAsync();
        await site.InviteAsync(campaign, "Amara");
        await site.ReadAsync(db => db.Messages.ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Uncertain)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Services.GetRequiredService<JobRuns>().RunAsync(new ScoreAttempts(), CancellationToken.None));
        Browser administrator = await site.SignInAsync(Roles.Administrator);

        Shown page = await administrator.OpenAsync("/");
        Shown jobs = await administrator.OpenAsync("/admin/jobs");

        Assert.Equal([("A job failed at its last run", "/admin/jobs"), ("Messages that may not have arrived: 1", "/admin/jobs#messages")], Tasks(page));
        Assert.Contains("Messages whose fate is uncertain: 1.", Shown.Squeeze(jobs.Document.GetElementById("messages")!.TextContent));
    }

    [Fact]
    public async Task Somebody_with_several_roles_sees_the_sections_of_all_of_them()
    {
        await site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync(
            PreparedDatabase.EmailOf("Both"), "Colleague", PreparedDatabase.Password, [Roles.Recruiter, Roles.Accommodations, Roles.Administrator]));

        Shown page = await (await site.SignInAsync("Both")).OpenAsync("/");

        Assert.Equal(["Adjustments", "Your campaigns", "This installation"], page.Document.QuerySelectorAll("main > section.card h2").Select(h => h.TextContent));
    }

    private static IReadOnlyList<(string Text, string Link)> Tasks(Shown page) =>
        [.. page.Document.QuerySelectorAll(".todo li").Select(l => (l.QuerySelector("b")!.TextContent, l.QuerySelector("a")!.GetAttribute("href")!))];

    /// <summary>Goes by the name of a job of the catalogue, and fails.</summary>
    private sealed class ScoreAttempts : Job
    {
        public override TimeSpan Interval => TimeSpan.FromDays(1);

        public override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) => throw new InvalidOperationException("It cannot.");
    }
}
