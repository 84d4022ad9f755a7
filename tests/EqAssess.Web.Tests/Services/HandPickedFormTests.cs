using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Forms whose scenarios a person has chosen are held to the same rules as assembled ones.</summary>
public sealed class HandPickedFormTests
{
    /// <summary>Keys 4, 3, 2, 1 that turn from item to item: four items leave every pattern at chance, a fifth gives 12.5 points to some.</summary>
    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 12.5)]
    [InlineData(8, null)]
    public async Task A_form_in_which_answering_without_reading_pays_is_refused_with_the_strategy(int items, double? points)
    {
        await using TestSite site = await TestSite.CreateAsync();

        FormPublished published = await PublishAsync(site, await site.ImportBankAsync(items));

        Assert.Equal(points is null, published.FormVersion is not null);
        if (points is double expected)
        {
            FormProblem.BlindAnswers refused = Assert.IsType<FormProblem.BlindAnswers>(Assert.Single(published.Problems));
            Assert.StartsWith("ratings-", refused.Strategy, StringComparison.Ordinal);
            Assert.Equal(expected, refused.Points, 1e-9);
        }
    }

    [Fact]
    public async Task The_longest_reply_may_not_give_the_key_away()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), 8);
        for (int item = 1; item <= 8; item++)
        {
            int best = Enumerable.Range(0, 4).Single(o => SampleBank.KeyOf(item, o) == 4);
            string path = SampleBank.PathOf(folder, item);
            string text = new[] { "First reply.", "Second reply.", "Third reply.", "Fourth reply." }[best];
            File.WriteAllText(path, File.ReadAllText(path).Replace(text, $"{text[..^1]} and quite a long one."));
        }

        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        FormPublished published = await PublishAsync(site, await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync()));

        FormProblem.BlindAnswers refused = Assert.IsType<FormProblem.BlindAnswers>(Assert.Single(published.Problems));
        Assert.StartsWith("longest-", refused.Strategy, StringComparison.Ordinal);
        Assert.True(refused.Points > 10);
    }

    [Fact]
    public async Task Enemies_are_kept_apart_whoever_names_the_other()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), 4);
        File.AppendAllText(SampleBank.PathOf(folder, 3), "\nenemies: [scenario-01]\n");
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));

        FormPublished published = await PublishAsync(site, await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync()));

        Assert.Equal([new FormProblem.Enemies("scenario-01", "scenario-03")], published.Problems);
    }

    [Fact]
    public async Task The_orders_of_options_follow_from_the_seed_that_is_kept()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(8);

        await PublishAsync(site, bank, seed: 5);
        await PublishAsync(site, bank, seed: 5);
        await PublishAsync(site, bank, seed: 6);

        List<FormVersionRow> forms = await site.ReadAsync(db => db.FormVersions.OrderBy(f => f.Number).ToListAsync());
        string[] orders = new string[3];
        foreach ((int i, FormVersionRow form) in forms.Index())
        {
            orders[i] = string.Join(';', await site.ReadAsync(db => db.FormItems.Where(p => p.FormVersionId == form.Id && !p.Practice).OrderBy(p => p.Position).Select(p => p.OptionOrder).ToListAsync()));
        }

        Assert.Equal([5, 5, 6], forms.Select(f => f.Seed!.Value));
        Assert.Equal(orders[0], orders[1]);
        Assert.NotEqual(orders[0], orders[2]);
    }

    [Fact]
    public async Task The_key_with_the_best_evidence_is_taken_and_another_that_covers_can_be_chosen()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(4);
        string folder = Path.Combine(site.Folder, "sample-bank");
        File.WriteAllText(Path.Combine(folder, "keys", "panel-1.yaml"), SampleBank.Key("panel-1", "provisional", 4));
        File.WriteAllText(Path.Combine(folder, "keys", "draft-2.yaml"), SampleBank.Key("draft-2", "draft", 4));
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Guid draft = await site.ReadAsync(db => db.KeyVersions.Where(k => k.Label == "draft-2").Select(k => k.Id).SingleAsync());

        FormPublished best = await PublishAsync(site, bank);
        FormPublished chosen = await PublishAsync(site, bank, key: draft);

        Assert.Equal(("panel-1", "draft-2"), (await KeyOfAsync(site, best), await KeyOfAsync(site, chosen)));
    }

    private static async Task<string> KeyOfAsync(TestSite site, FormPublished published)
    {
        Guid form = Assert.NotNull(published.FormVersion);
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None));
        return plan.KeyVersion;
    }

    private static async Task<FormPublished> PublishAsync(TestSite site, Guid bank, long? seed = null, Guid? key = null)
    {
        IReadOnlyList<BankItem> items = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        var form = new NewForm
        {
            Bank = bank,
            Title = "Form",
            TimeLimit = TimeSpan.FromMinutes(20),
            Items = [.. items.Where(i => i.Item.Use == Domain.Banks.ItemUse.Live).OrderBy(i => i.Item.Id, StringComparer.Ordinal).Select(i => i.Version)],
            PublishedBy = null,
            Seed = seed,
            Key = key,
        };
        return await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
    }
}
