using System.Net;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

/// <summary>Hiring campaigns stand on a job-relatedness record, and score what it links.</summary>
public sealed class JobRecordOfCampaignTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync(new SiteSettings
    {
        Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Campaigns:RequireJobRecord"] = "true", ["Scoring:PlanningReliability"] = "0.85" },
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_hiring_campaign_opens_on_a_finished_record_only_and_its_page_says_which()
    {
        Guid unfinished = await site.NewRecordAsync("Unfinished");
        Guid record = await site.FinishedRecordAsync();
        Browser recruiter = await site.SignInAsync("Recruiter");
        Shown form = await recruiter.OpenAsync("/campaigns/new");

        Shown none = await Filled(form).PressAsync();
        Shown early = await Filled(form).With("jobRecord", $"{unfinished}").PressAsync();
        Shown opened = await Filled(form).With("jobRecord", $"{record}").PressAsync();

        Assert.DoesNotContain("Unfinished", form.Words);
        Assert.Contains(("jobRecord", "Choose a finished job-relatedness record. A hiring campaign needs one: it shows that what the test asks for matters in the job. A pilot needs none."), none.Problems);
        Assert.Equal(["jobRecord"], early.Problems.Select(p => p.Field));
        Assert.Contains("Job-relatedness recordCustomer care advisor, version 1", opened.Words);
        Assert.Equal(record, await site.ReadAsync(db => db.Campaigns.Select(c => c.JobRecordId).SingleAsync()));
    }

    [Fact]
    public async Task A_pilot_needs_no_record_and_keeps_none()
    {
        Guid record = await site.FinishedRecordAsync();

        await site.OpenCampaignAsync(CampaignPurpose.Pilot, with: c => c with { JobRecord = record });

        Assert.Null(await site.ReadAsync(db => db.Campaigns.Select(c => c.JobRecordId).SingleAsync()));
    }

    [Fact]
    public async Task A_record_that_is_due_opens_no_campaign_and_those_that_run_go_on_and_say_so()
    {
        Guid record = await site.FinishedRecordAsync();
        Guid running = await site.OpenCampaignAsync(lastDay: 800, with: c => c with { JobRecord = record });
        site.Time.Advance(TimeSpan.FromDays(731));
        Browser recruiter = await site.SignInAsync("Recruiter");

        IReadOnlyList<CampaignProblem> problems = await ProblemsAsync(c => c with { JobRecord = record });
        Shown page = await recruiter.OpenAsync($"/campaigns/{running}");
        Shown form = await recruiter.OpenAsync("/campaigns/new");

        Assert.Equal([CampaignProblem.JobRecordExpired], problems);
        Assert.Contains("due for review since 23 November 2028", page.Words);
        Assert.Contains("No record is finished yet", form.Words);
        await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(running)));
    }

    [Fact]
    public async Task Records_of_another_bank_without_a_scored_scenario_or_with_simulated_raters_open_nothing()
    {
        Guid nothing = await site.FinishedRecordAsync("One domain", importance: [1, 1, 1, 5]);
        Guid form = await site.PublishFormAsync(items: 3, title: "Three scenarios");
        (Guid other, Guid simulated) = await site.ReadAsync(async db => (await OtherBankAsync(db), await SimulatedAsync(db)));

        Assert.Contains(CampaignProblem.JobRecordLinksNothing, await ProblemsAsync(c => c with { JobRecord = nothing, FormVersion = form }));
        Assert.Equal([CampaignProblem.JobRecordOfOtherBank], await ProblemsAsync(c => c with { JobRecord = other }));
        Assert.Equal([CampaignProblem.SimulatedJobRecord], await ProblemsAsync(c => c with { JobRecord = simulated }));
        Assert.Equal([CampaignProblem.NoJobRecord], await ProblemsAsync(c => c with { JobRecord = Guid.NewGuid() }));
    }

    [Fact]
    public async Task A_domain_that_the_job_does_not_need_is_not_scored_and_the_report_says_so()
    {
        Guid record = await site.FinishedRecordAsync(importance: [5, 4, 3, 2]);
        Guid campaign = await site.OpenCampaignAsync(form: await site.PublishFormAsync(title: "Reliable"), with: c => c with { JobRecord = record });
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        Browser recruiter = await site.SignInAsync("Recruiter");

        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync());
        ScoringPlan pinned = await site.AskAsync((CampaignPlans plans) => plans.OfAsync(row, CancellationToken.None));
        ScoringPlan current = await site.AskAsync((ScoringService scoring) => scoring.CurrentPlanAsync(row.FormVersionId, CancellationToken.None));
        Dictionary<Guid, string> sheets = await site.ReadAsync(db => db.ScoreRuns.ToDictionaryAsync(r => r.PlanId, r => r.Sheet));
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Where(r => r.PlanId == pinned.Id).Select(r => r.Id).SingleAsync());
        Guid whole = await site.ReadAsync(db => db.ScoreRuns.Where(r => r.PlanId == current.Id).Select(r => r.Id).SingleAsync());
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}");
        Shown results = await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        Shown report = await recruiter.OpenAsync($"/reports/{run}");

        Assert.Equal(["resolve"], pinned.LeftOut);
        Assert.Equal(3, pinned.Items.Count);
        Assert.Equal(["recognise", "listen", "express"], PlanJson.ReadSheet(sheets[pinned.Id]).Domains.Select(d => d.Scale));
        Assert.Equal(4, PlanJson.ReadSheet(sheets[current.Id]).Domains.Count);
        Assert.Contains("Not scored, since no task that matters in this job rests on it: Title of resolve", page.Words);
        Assert.Contains("Amara Okafor", results.Words);
        Assert.Contains("Not scored, since the job-relatedness record shows no important task of this job that needs it: Title of resolve.", report.Words);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.OpenAsync($"/reports/{whole}")).Status);
    }

    [Fact]
    public async Task A_plan_of_one_campaign_is_no_plan_of_the_form()
    {
        Guid record = await site.FinishedRecordAsync(importance: [5, 4, 3, 2]);
        Guid first = await site.OpenCampaignAsync(with: c => c with { JobRecord = record });
        Guid second = await site.OpenCampaignAsync(with: c => c with { JobRecord = record });
        Guid pilot = await site.OpenCampaignAsync(CampaignPurpose.Pilot);
        foreach (Guid campaign in (Guid[])[first, second, pilot, first])
        {
            await site.AskAsync(async (CampaignPlans plans) =>
            {
                await plans.PinAsync(campaign, CancellationToken.None);
                return true;
            });
        }

        var stored = await site.ReadAsync(db => db.ScoringPlans.OrderBy(p => p.Number).Select(p => new { p.Id, p.Number, p.CampaignId }).ToListAsync());
        Dictionary<Guid, Guid?> pinned = await site.ReadAsync(db => db.Campaigns.ToDictionaryAsync(c => c.Id, c => c.PlanId));
        ScoringPlan current = await site.AskAsync(async (ScoringService scoring) => await scoring.CurrentPlanAsync(await site.FormAsync(), CancellationToken.None));

        Assert.Equal([(1, null), (2, first), (3, second)], stored.Select(p => (p.Number, p.CampaignId)));
        Assert.Equal([(Guid?)stored[1].Id, stored[2].Id, stored[0].Id], [pinned[first], pinned[second], pinned[pilot]]);
        Assert.Equal(stored[0].Id, current.Id);
    }

    private static FilledForm Filled(Shown form) => form.Form("Create the campaign").With("jobTitle", "Advisor, Leeds").With("purpose", "Hiring");

    private async Task<IReadOnlyList<CampaignProblem>> ProblemsAsync(Func<NewCampaign, NewCampaign> with)
    {
        DateOnly today = DateOnly.FromDateTime(site.Time.Instant.UtcDateTime);
        var campaign = new NewCampaign
        {
            JobTitle = "Advisor", FormVersion = await site.FormAsync(), Purpose = CampaignPurpose.Hiring, TimeZone = "Etc/UTC", OpensOn = today, ClosesOn = today.AddDays(9),
            Contact = "hiring@example.test", RetentionMonths = 6,
        };
        return (await site.AskAsync((CampaignService campaigns) => campaigns.OpenAsync(with(campaign), CancellationToken.None))).Problems;
    }

    private async Task<Guid> OtherBankAsync(EqAssessDb db)
    {
        BankRow bank = await db.Banks.AsNoTracking().SingleAsync();
        var other = new BankRow { Id = Guid.NewGuid(), Slug = "other", Title = "Other", Language = bank.Language, Head = bank.Head, ImportedAt = bank.ImportedAt };
        db.Banks.Add(other);
        return await FinishedAsync(db, other.Id, simulated: false);
    }

    private async Task<Guid> SimulatedAsync(EqAssessDb db) => await FinishedAsync(db, await db.Banks.Where(b => b.Slug != "other").Select(b => b.Id).SingleAsync(), simulated: true);

    private async Task<Guid> FinishedAsync(EqAssessDb db, Guid bank, bool simulated)
    {
        Guid id = Guid.NewGuid();
        db.JobRecords.Add(new JobRecordRow
        {
            Id = id, SeriesId = id, Number = 1, BankId = bank, JobTitle = "Other", Stage = JobRecordStage.Finished, Simulated = simulated, CreatedBy = null,
            CreatedAt = site.Time.Instant, FinishedAt = site.Time.Instant,
        });
        await db.SaveChangesAsync();
        return id;
    }
}
