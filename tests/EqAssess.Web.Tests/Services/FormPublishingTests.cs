using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

public sealed class FormPublishingTests
{
    [Theory]
    [OnEachEngine]
    public async Task A_form_is_published_with_its_items_a_practice_item_and_a_plan(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Guid bank = await site.ImportBankAsync(items: 3);

        Guid form = await site.PublishAsync(bank);

        FormVersion published = await site.AskAsync((FormLibrary library) => library.GetAsync(form));
        Assert.Equal(["scenario-01", "scenario-02", "scenario-03"], published.Items.Select(i => i.Content.Id));
        Assert.Equal(["warm-up"], published.Practice.Select(i => i.Content.Id));
        Assert.Equal((TimeSpan.FromMinutes(20), "en"), (published.TimeLimit, published.Language));
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None));
        Assert.Equal(published.ItemVersions, plan.Items.Select(i => i.ItemVersion));
        ScaleStatistics total = Assert.Single(plan.Scales);
        Assert.Equal((0.60, 12, EstimateBasis.Assumed, null), (total.Reliability, total.StandardDeviation, total.Basis, total.Attempts));
    }

    [Fact]
    public async Task Too_little_time_is_refused_and_nothing_is_written()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 4);
        IReadOnlyList<BankItem> items = await LiveAsync(site, bank);
        TimeSpan least = TimeLimitRule.Least(items.Select(i => i.Item));

        FormPublished refused = await PublishAsync(site, bank, items, least - TimeSpan.FromMilliseconds(1));
        int afterRefusal = await site.ReadAsync(db => db.FormVersions.CountAsync());
        FormPublished accepted = await PublishAsync(site, bank, items, least + TimeSpan.FromSeconds(1));

        Assert.Equal([new FormProblem.TooLittleTime(least)], refused.Problems);
        Assert.Null(refused.FormVersion);
        Assert.Equal(0, afterRefusal);
        Assert.NotNull(accepted.FormVersion);
    }

    [Fact]
    public async Task What_was_published_stays_as_it_was_when_the_bank_changes()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        Guid form = await site.PublishAsync(bank);
        string folder = Path.Combine(site.Folder, "sample-bank");
        string plan = await site.ReadAsync(db => db.ScoringPlans.Select(p => p.Content).SingleAsync());
        File.WriteAllText(SampleBank.PathOf(folder, 1), File.ReadAllText(SampleBank.PathOf(folder, 1)).Replace("First reply.", "Other words."));
        File.WriteAllText(Path.Combine(folder, "keys", "draft-2.yaml"), SampleBank.Key("draft-2", "draft", 2).Replace("effectiveness: 3", "effectiveness: 3.5"));
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));

        FormVersion again = await site.AskAsync((FormLibrary library) => library.GetAsync(form));
        FormVersion fresh = await site.ReadAsync(db => new FormLibrary(new FormCache(), db).GetAsync(form));

        Assert.All([again, fresh], f => Assert.Equal("First reply.", f.Items[0].Content.Options[0].Text));
        Assert.Equal(plan, await site.ReadAsync(db => db.ScoringPlans.Select(p => p.Content).SingleAsync()));
    }

    [Fact]
    public async Task Forms_of_one_title_are_numbered()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);

        await site.PublishAsync(bank);
        await site.PublishAsync(bank);

        Assert.Equal([1, 2], await site.ReadAsync(db => db.FormVersions.OrderBy(f => f.Number).Select(f => f.Number).ToListAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task Forms_of_one_title_that_are_published_at_the_same_moment_are_numbered_as_well(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Guid bank = await site.ImportBankAsync(items: 4);

        Guid[] forms = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.PublishAsync(bank))));

        Assert.Equal(6, forms.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 6), await site.ReadAsync(db => db.FormVersions.OrderBy(f => f.Number).Select(f => f.Number).ToListAsync()));
        Assert.Equal(24, await site.ReadAsync(db => db.FormItems.CountAsync(i => !i.Practice)));
        Assert.Equal(6, await site.ReadAsync(db => db.ScoringPlans.CountAsync()));
    }

    /// <summary>The bank was imported anew while the page was open: the form must not quietly lose an item.</summary>
    [Fact]
    public async Task An_item_version_that_is_no_longer_current_is_refused_and_not_left_out()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 3);
        IReadOnlyList<BankItem> items = await LiveAsync(site, bank);
        string folder = Path.Combine(site.Folder, "sample-bank");
        File.WriteAllText(SampleBank.PathOf(folder, 1), File.ReadAllText(SampleBank.PathOf(folder, 1)).Replace("First reply.", "Other words."));
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));

        FormPublished published = await PublishAsync(site, bank, items, TimeSpan.FromMinutes(20));

        Assert.Null(published.FormVersion);
        Assert.Contains("changed", Assert.IsType<FormProblem.NotScorable>(Assert.Single(published.Problems)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_item_cannot_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        IReadOnlyList<BankItem> all = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));

        FormPublished published = await PublishAsync(site, bank, all, TimeSpan.FromMinutes(20));

        Assert.Contains(new FormProblem.PracticeItem("warm-up"), published.Problems);
        Assert.Equal(0, await site.ReadAsync(db => db.FormVersions.CountAsync()));
    }

    private static async Task<IReadOnlyList<BankItem>> LiveAsync(TestSite site, Guid bank) =>
        [.. (await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None))).Where(i => i.Item.Use == ItemUse.Live)];

    private static Task<FormPublished> PublishAsync(TestSite site, Guid bank, IReadOnlyList<BankItem> items, TimeSpan limit) => site.AskAsync(
        (FormPublishing forms) => forms.PublishAsync(
            new NewForm { Bank = bank, Title = "Form", TimeLimit = limit, Items = [.. items.Select(i => i.Version)], PublishedBy = null }, CancellationToken.None));
}
