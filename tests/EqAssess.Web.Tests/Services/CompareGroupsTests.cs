using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>The job that counts groups: what was planted is found, and nothing that it keeps tells of a person.</summary>
public sealed class CompareGroupsTests
{
    private const int Items = 12;
    private const int Planted = 4;

    private static readonly (string, string) Key = ("Candidates:MonitoringKey", Convert.ToBase64String(new byte[32]));

    [Theory]
    [OnEachEngine]
    public async Task Of_1500_people_the_planted_scenario_and_the_planted_impact_are_found(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine, Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(700, 140, 700, 280, Items, Planted));
        await AddAsync(site, sample.Campaign, [.. Enumerable.Range(0, 100).Select(i => new Monitored([], [1, 1, 0], i < 30))]);

        int done = await site.RunAsync<CompareGroups>();

        SelectionSnapshot snapshot = (await SnapshotAsync(site, sample.Campaign))!;
        GroupTable sex = snapshot.Questions.Single(q => q.Question == "sex");
        ImpactLine women = StageImpact.Of(sex, SelectionStage.Shortlisted).Single(l => l.Group == "female");
        Assert.Equal(2, done);
        Assert.Equal((1500, 1500, 450, 1050, 0), (snapshot.Funnel.Invited, snapshot.Funnel.Base, snapshot.Funnel.Shortlisted, snapshot.Funnel.Rejected, snapshot.Funnel.Undecided));
        Assert.Equal((ImpactFinding.RatesDiffer, 0.5), (women.Finding, Math.Round(women.Pair!.Ratio.OrNull!.Value, 9)));
        FormFairness fairness = (await FairnessAsync(site, sample.Form))!;
        GroupComparison pair = Assert.Single(fairness.Comparisons);
        Assert.Equal((1400, DifStanding.Formal, "sex"), (fairness.Attempts, pair.Standing, pair.Question));
        ItemFunctioning found = Assert.Single(pair.Items, i => i.Class == DifClass.C);
        Assert.Equal(sample.Items[Planted], found.Item);
        Assert.True(found.Adjusted < 0.001);
    }

    [Fact]
    public async Task A_second_run_and_one_person_more_change_nothing_and_five_of_each_do()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(60, 20, 60, 20));
        await site.RunAsync<CompareGroups>();

        Assert.Equal(0, await site.RunAsync<CompareGroups>());
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(1, 1, 0, 0));
        await site.RunAsync<CompareGroups>();
        GroupTable between = (await SnapshotAsync(site, sample.Campaign))!.Questions.Single(q => q.Question == "sex");
        await AddAsync(site, sample.Campaign, [.. Enumerable.Range(0, 19).Select(i => MonitoredPeople.One(("sex", "female"), i < 9, i < 10 ? 1 : 0))]);
        await site.RunAsync<CompareGroups>();
        GroupTable after = (await SnapshotAsync(site, sample.Campaign))!.Questions.Single(q => q.Question == "sex");

        Assert.Equal((60, 120), (between.Rows[0].People.Count, between.People));
        Assert.Equal((80, 140), (after.Rows[0].People.Count, after.People));
    }

    [Fact]
    public async Task A_small_campaign_is_counted_at_its_end_and_a_month_later_whether_or_not_all_are_decided_on()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        IReadOnlyList<Guid> attempts = await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(40, 20, 40, 20));
        await site.ReadAsync(async db =>
        {
            Guid invitation = await db.Attempts.Where(a => a.Id == attempts[0]).Select(a => a.InvitationId).SingleAsync();
            db.Decisions.Add(new DecisionRow { InvitationId = invitation, Number = 2, Outcome = DecisionOutcome.Reopened, StaffId = null, DecidedAt = TestSite.Start, ScoreRunId = null });
            return await db.SaveChangesAsync();
        });

        await site.RunAsync<CompareGroups>();
        SelectionSnapshot? open = await SnapshotAsync(site, sample.Campaign);
        site.Time.Instant = TestSite.Start.AddDays(12);
        await site.RunAsync<CompareGroups>();
        SelectionSnapshot? undecided = await SnapshotAsync(site, sample.Campaign);
        site.Time.Instant = TestSite.Start.AddDays(42);
        await site.RunAsync<CompareGroups>();

        Assert.Null(open);
        Assert.Null(undecided);
        Assert.Equal(1, (await SnapshotAsync(site, sample.Campaign))!.Funnel.Undecided);
    }

    [Fact]
    public async Task Simulated_people_and_those_who_withdrew_are_not_counted()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(60, 20, 60, 20));
        await AddAsync(site, sample.Campaign, [.. MonitoredPeople.WomenAndMen(20, 10, 0, 0).Select(p => p with { Simulated = true })]);
        Guid gone = (await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(1, 0, 0, 0)))[0];
        await site.ReadAsync(db => db.Invitations.Where(i => db.Attempts.Any(a => a.Id == gone && a.InvitationId == i.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, TestSite.Start)));

        await site.RunAsync<CompareGroups>();

        SelectionSnapshot snapshot = (await SnapshotAsync(site, sample.Campaign))!;
        Assert.Equal((121, 120), (snapshot.Funnel.Invited, snapshot.Funnel.Base));
        Assert.Equal(60, snapshot.Questions[0].Rows[0].People.Count);
    }

    [Fact]
    public async Task What_is_stored_holds_no_id_no_digest_and_no_hidden_number()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(61, 3, 59, 29));

        await site.RunAsync<CompareGroups>();

        string content = await site.ReadAsync(db => db.SelectionSnapshots.Select(s => s.Content).SingleAsync());
        List<string> ids = await site.ReadAsync(async db =>
            (await db.Attempts.Select(a => a.Id).ToListAsync()).Select(i => $"{i}").Concat(await db.MonitoringAnswers.Select(a => a.Subject).ToListAsync()).ToList());
        Assert.All(ids, id => Assert.DoesNotContain(id, content, StringComparison.OrdinalIgnoreCase));
        GroupTable sex = MonitoringJson.ReadSnapshot(content).Questions.Single(q => q.Question == "sex");
        Assert.Equal(Cell.Hidden(CellMark.Few), sex.Rows[0].Passed[SelectionStage.Shortlisted]);
        Assert.Null(sex.Rows[1].Passed[SelectionStage.Shortlisted].Count);
        Assert.Equal(content, MonitoringJson.Write(MonitoringJson.ReadSnapshot(content)));
    }

    [Fact]
    public async Task An_erasure_takes_the_answers_and_leaves_the_counts()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        IReadOnlyList<Guid> attempts = await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(60, 20, 60, 20));
        await site.RunAsync<CompareGroups>();
        Guid candidate = await site.ReadAsync(db => (
            from a in db.Attempts join i in db.Invitations on a.InvitationId equals i.Id where a.Id == attempts[0] select i.CandidateId).SingleAsync());

        await site.AskAsync((PersonalRows rows) => rows.RemoveAsync(candidate, null, again: false, CancellationToken.None));
        await site.RunAsync<CompareGroups>();

        Assert.Equal(119, await site.ReadAsync(db => db.MonitoringAnswers.CountAsync()));
        Assert.Equal(60, (await SnapshotAsync(site, sample.Campaign))!.Questions[0].Rows[0].People.Count);
    }

    /// <summary>When names are erased after the retention, answers go too: counts that only shrink would tell of those who remain.</summary>
    [Fact]
    public async Task After_the_retention_nothing_is_counted_any_more()
    {
        await using TestSite site = await TestSite.CreateAsync("Sqlite", Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(60, 20, 60, 20));

        site.Time.Instant = TestSite.Start.AddMonths(8);
        await site.RunAsync<CompareGroups>();

        Assert.Null(await SnapshotAsync(site, sample.Campaign));
    }

    [Theory]
    [OnEachEngine]
    public async Task Two_nodes_that_count_at_once_leave_one_snapshot(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine, Key);
        SampleCampaign sample = await site.AddCampaignAsync(Items);
        await AddAsync(site, sample.Campaign, MonitoredPeople.WomenAndMen(60, 20, 60, 20));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.RunAsync<CompareGroups>()));

        Assert.Equal(1, await site.ReadAsync(db => db.SelectionSnapshots.CountAsync()));
        Assert.Equal(1, await site.ReadAsync(db => db.FormFairness.CountAsync()));
    }

    private static Task<IReadOnlyList<Guid>> AddAsync(TestSite site, Guid campaign, IReadOnlyList<Monitored> people) =>
        site.AskAsync((IServiceProvider services) => MonitoredPeople.AddAsync(services, campaign, people));

    private static Task<SelectionSnapshot?> SnapshotAsync(TestSite site, Guid campaign) =>
        site.AskAsync((GroupCountLibrary counts) => counts.OfCampaignAsync(campaign, CancellationToken.None));

    private static Task<FormFairness?> FairnessAsync(TestSite site, Guid form) =>
        site.AskAsync((GroupCountLibrary counts) => counts.OfFormAsync(form, CancellationToken.None));
}
