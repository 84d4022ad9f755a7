using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Norm groups come from valid first attempts of real people, never change, and stay with the campaign that chose them.</summary>
public sealed class NormTests
{
    private const int Items = 8;

    [Theory]
    [OnEachEngine]
    public async Task A_group_needs_a_hundred_valid_first_attempts_of_real_people(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(99);
        await attempts.AddAsync(20, simulated: true, seed: 2);
        await attempts.AddAsync(10, timedOut: true, seed: 3);
        await attempts.AddAsync([[.. Enumerable.Repeat<string?>("a=1;b=1;c=1;d=1", Items)]]);
        await ScoreAllAsync(site);
        NormWish wish = await WishAsync(site, sample);

        NormMade few = await MakeAsync(site, wish);
        await attempts.AddAsync(1, seed: 5);
        await ScoreAllAsync(site);
        NormMade enough = await MakeAsync(site, wish);

        NormVersionRow row = await RowAsync(site, enough.Norms!.Value);
        Assert.Equal((99, NormProblem.TooFew), (few.People, Assert.Single(few.Problems)));
        Assert.Equal((100, 1, 100), (row.Persons, row.Number, NormLibrary.ScoresOf(row).Count));
        Assert.Equal(NormLibrary.ScoresOf(row).Order(), NormLibrary.ScoresOf(row));
        Assert.Equal(NormSize.Provisional, NormStanding.OfSize(row.Persons));
    }

    [Fact]
    public async Task People_are_chosen_by_campaign_job_and_day()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await new FinishedAttempts(site, sample).AddAsync(30);
        Guid other = await site.OpenAsync(sample.Form);
        await site.ReadAsync(db => db.Campaigns.Where(c => c.Id == other).ExecuteUpdateAsync(s => s.SetProperty(c => c.JobTitle, "Team leader")));
        await new FinishedAttempts(site, sample with { Campaign = other }) { StartedAt = TestSite.Start.AddDays(-1) }.AddAsync(12, seed: 2);
        await ScoreAllAsync(site);
        NormWish all = await WishAsync(site, sample);
        DateOnly yesterday = DateOnly.FromDateTime(TestSite.Start.AddDays(-1).UtcDateTime);

        int[] counts =
        [
            await CountAsync(site, all),
            await CountAsync(site, all with { Campaigns = [other] }),
            await CountAsync(site, all with { Job = "Customer care advisor" }),
            await CountAsync(site, all with { From = yesterday }),
            await CountAsync(site, all with { To = yesterday.AddDays(-1) }),
            await CountAsync(site, all with { Scoring = "another" }),
        ];

        Assert.Equal([42, 12, 30, 12, 30, 0], counts);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_published_group_is_offered_chosen_before_the_first_invitation_and_shown_on_the_report(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await NormedAsync(site, 200);
        NormMade made = await MakeAsync(site, await WishAsync(site, sample));
        CampaignRow campaign = await OpenAnotherAsync(site, sample);

        bool draft = await ChooseAsync(site, campaign, made.Norms);
        await PublishAsync(site, made.Norms!.Value);
        bool published = await ChooseAsync(site, campaign, made.Norms);
        Guid attempt = (await new FinishedAttempts(site, sample with { Campaign = campaign.Id }).AddAsync(1, seed: 9))[0];
        campaign = await CampaignAsync(site, campaign.Id);
        bool late = await ChooseAsync(site, campaign, null);
        await site.DoAsync((CampaignPlans p) => p.PinAsync(campaign.Id, CancellationToken.None));
        await ScoreAllAsync(site);

        Guid? planId = (await CampaignAsync(site, campaign.Id)).PlanId;
        Guid run = await site.ReadAsync(db => db.ScoreRuns.Where(r => r.AttemptId == attempt && r.PlanId == planId).Select(r => r.Id).SingleAsync());
        ComposedReport report = (await site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.Recruiter, staff: null, CancellationToken.None)))!;
        string text = string.Join('\n', report.Document.Sections.Single(s => s.Code == "norms").Blocks.OfType<Block.Paragraph>().Select(b => b.Text));
        Assert.Equal((false, true, false), (draft, published, late));
        Assert.Equal(made.Norms, campaign.NormVersionId);
        Assert.Contains("Percentile rank", text, StringComparison.Ordinal);
        Assert.Contains("200 people: applicants for customer care.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Document.Sections, s => s.Blocks.OfType<Block.Caution>().Any(c => c.Text.StartsWith("No norms", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_group_that_was_scored_by_another_key_is_neither_offered_nor_used()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await NormedAsync(site, 200);
        NormMade made = await MakeAsync(site, await WishAsync(site, sample));
        await PublishAsync(site, made.Norms!.Value);
        CampaignRow campaign = await OpenAnotherAsync(site, sample);
        await ChooseAsync(site, campaign, made.Norms);
        campaign = await CampaignAsync(site, campaign.Id);
        ScoringPlan plan = await site.AskAsync((CampaignPlans p) => p.OfAsync(campaign, CancellationToken.None));

        ScoringPlan estimated = plan with { Id = Guid.NewGuid(), Scales = [new ScaleStatistics(ScoringPlan.Total, .8, 9, EstimateBasis.Estimated, 300, "tests")] };
        ScoringPlan shorter = plan with { Items = [.. plan.Items.Skip(1)] };
        bool[] fits = [(await NormsAsync(site, campaign, estimated))!.Fits, (await NormsAsync(site, campaign, shorter))!.Fits];

        Assert.Equal([true, false], fits);
    }

    [Fact]
    public async Task A_version_that_differs_from_the_one_before_needs_somebodys_word_and_the_old_one_stays_where_it_is_pinned()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await NormedAsync(site, 120);
        Guid first = (await MakeAsync(site, await WishAsync(site, sample))).Norms!.Value;
        await PublishAsync(site, first);
        CampaignRow campaign = await OpenAnotherAsync(site, sample);
        await ChooseAsync(site, campaign, first);
        var better = new FinishedAttempts(site, sample);
        await better.AddAsync([.. Enumerable.Range(0, 120).Select(i => sample.Items.Select((_, item) => (string?)FinishedAttempts.RatingsNear(item + 1, 0.3, new Random(i))).ToArray())]);
        await ScoreAllAsync(site);
        Guid second = (await MakeAsync(site, await WishAsync(site, sample))).Norms!.Value;

        NormPublishing? wordless = await TryPublishAsync(site, second, null);
        NormPublishing? said = await TryPublishAsync(site, second, "A better trained intake came in spring.");
        NormPublishing? again = await TryPublishAsync(site, second, "A better trained intake came in spring.");

        Assert.Equal((NormPublishing.NoReason, null, NormPublishing.Meanwhile), (wordless, said, again));
        Assert.Equal(first, (await CampaignAsync(site, campaign.Id)).NormVersionId);
        Assert.Equal([1, 2], await site.ReadAsync(db => db.NormVersions.OrderBy(n => n.Number).Select(n => n.Number).ToListAsync()));
    }

    [Fact]
    public async Task A_withdrawn_group_is_offered_no_more_and_stays_where_it_is()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await NormedAsync(site, 100);
        Guid norms = (await MakeAsync(site, await WishAsync(site, sample))).Norms!.Value;
        await PublishAsync(site, norms);
        CampaignRow has = await OpenAnotherAsync(site, sample);
        await ChooseAsync(site, has, norms);

        await site.AskAsync((NormLibrary l) => l.WithdrawAsync(norms, "Half of the people were asked twice.", null));
        CampaignRow wants = await OpenAnotherAsync(site, sample);

        Assert.False(await ChooseAsync(site, wants, norms));
        Assert.NotNull(await NormsAsync(site, await CampaignAsync(site, has.Id), await site.AskAsync((CampaignPlans p) => p.OfAsync(has, CancellationToken.None))));
    }

    private static async Task<SampleCampaign> NormedAsync(TestSite site, int people)
    {
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await new FinishedAttempts(site, sample).AddAsync(people);
        await ScoreAllAsync(site);
        return sample;
    }

    private static async Task<NormWish> WishAsync(TestSite site, SampleCampaign sample)
    {
        string scoring = (await site.AskAsync((NormMaking n) => n.ScoringsAsync(sample.Form, CancellationToken.None))).Single().Digest;
        return new NormWish(sample.Form, scoring, [], null, null, null) { Title = "Applicants 2026", RoleFamily = "customer care", Description = "For tests." };
    }

    private static Task<NormMade> MakeAsync(TestSite site, NormWish wish) => site.AskAsync((NormMaking n) => n.MakeAsync(wish, staff: null, CancellationToken.None));

    private static async Task<int> CountAsync(TestSite site, NormWish wish) => (await site.AskAsync((NormMaking n) => n.TryAsync(wish, CancellationToken.None))).Members.Count;

    private static async Task<CampaignRow> OpenAnotherAsync(TestSite site, SampleCampaign sample) => await CampaignAsync(site, await site.OpenAsync(sample.Form));

    private static Task<CampaignRow> CampaignAsync(TestSite site, Guid id) => site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == id));

    private static Task<NormVersionRow> RowAsync(TestSite site, Guid id) => site.ReadAsync(db => db.NormVersions.AsNoTracking().SingleAsync(n => n.Id == id));

    private static async Task<NormPublishing?> TryPublishAsync(TestSite site, Guid id, string? note)
    {
        NormVersionRow row = await RowAsync(site, id);
        return await site.AskAsync((NormLibrary l) => l.PublishAsync(row, note, staff: null, CancellationToken.None));
    }

    private static async Task PublishAsync(TestSite site, Guid id) => Assert.Null(await TryPublishAsync(site, id, null));

    private static Task<bool> ChooseAsync(TestSite site, CampaignRow campaign, Guid? norms) =>
        site.AskAsync((CampaignNorms c) => c.ChooseAsync(campaign, norms, staff: null, CancellationToken.None));

    private static Task<NormGroup?> NormsAsync(TestSite site, CampaignRow campaign, ScoringPlan plan) => site.AskAsync((CampaignNorms c) => c.OfAsync(campaign, plan, CancellationToken.None));

    private static async Task ScoreAllAsync(TestSite site)
    {
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }
    }
}
