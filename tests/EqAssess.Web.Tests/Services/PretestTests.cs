using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Items that a form tries out: shown and answered like the others, and never counted.</summary>
public sealed class PretestTests
{
    [Fact]
    public async Task Answers_to_pretest_items_are_kept_and_change_no_score()
    {
        await using TestSite site = await TestSite.CreateAsync();
        (Guid form, IReadOnlyList<Guid> items) = await PublishAsync(site);
        Guid campaign = await site.OpenAsync(form);
        var attempts = new FinishedAttempts(site, new SampleCampaign(Guid.Empty, form, campaign, items));
        string?[] right = [.. Enumerable.Range(1, 6).Select(i => (string?)FinishedAttempts.RatingsNear(i, 0, new Random(1)))];

        await attempts.AddAsync([right, [.. right[..4], "a=1;b=1;c=1;d=1", null]]);
        await site.RunAsync<ScoreAttempts>();

        List<ScoreSheet> sheets = await site.ReadAsync(db => db.ScoreRuns.Select(r => PlanJson.ReadSheet(r.Sheet)).ToListAsync());
        Assert.All(sheets, s => Assert.Equal((100, 4, 4), (s.Total.Percent, s.Total.Items, s.Items.Count)));
        Assert.Single(sheets.Select(s => s.ResponsesSha256).Distinct());
    }

    [Fact]
    public async Task A_candidate_meets_all_items_and_the_plan_holds_those_that_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        (Guid id, IReadOnlyList<Guid> items) = await PublishAsync(site);

        FormVersion form = await site.ReadAsync(db => new FormLibrary(new FormCache(), db).GetAsync(id));
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(id, CancellationToken.None));

        Assert.Equal(items, form.ItemVersions);
        Assert.Equal(items.Take(4), form.CountingVersions);
        Assert.Equal(form.CountingVersions, plan.Items.Select(i => i.ItemVersion));
        Assert.All(form.Items, i => Assert.Equal(["a", "b", "c", "d"], i.OptionOrder!.Order()));
        Assert.Equal(24, form.Choices);
    }

    [Fact]
    public async Task Simulated_candidates_answer_pretest_items_too()
    {
        await using TestSite site = await TestSite.CreateAsync();
        (Guid form, _) = await PublishAsync(site);
        Guid campaign = await site.OpenAsync(form, CampaignPurpose.Pilot);

        await site.DoAsync((SimulatedCandidates simulated) => simulated.AddAsync(campaign, form, 8, CancellationToken.None));
        await site.RunAsync<ScoreAttempts>();

        Assert.Equal(6, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
    }

    [Fact]
    public async Task A_form_in_which_nothing_counts_is_refused()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        List<Guid> items = [.. (await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None))).Take(2).Select(i => i.Version)];

        FormPublished refused = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(
            new NewForm { Bank = bank, Title = "Form", TimeLimit = TimeSpan.FromMinutes(20), Items = items, Pretest = items, PublishedBy = null }, CancellationToken.None));

        Assert.Equal([new FormProblem.NoItems()], refused.Problems);
    }

    /// <summary>Scenarios 1 to 4 count, 5 and 6 are tried out.</summary>
    private static async Task<(Guid Form, IReadOnlyList<Guid> Items)> PublishAsync(TestSite site)
    {
        Guid bank = await site.ImportBankAsync(items: 6);
        IReadOnlyList<BankItem> all = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        List<Guid> items = [.. Enumerable.Range(1, 6).Select(i => all.Single(a => a.Item.Id == SampleBank.IdOf(i)).Version)];
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(
            new NewForm { Bank = bank, Title = "Form", TimeLimit = TimeSpan.FromMinutes(20), Items = items, Pretest = items[4..], PublishedBy = null }, CancellationToken.None));
        return (Assert.NotNull(published.FormVersion), items);
    }
}
