using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.Banks.ItemWork;

namespace EqAssess.Web.Tests.Services.Banks;

public sealed class ItemPublishingTests
{
    [Theory]
    [OnEachEngine]
    public async Task An_approved_version_goes_live_in_place_of_the_earlier_one(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Guid bank = await site.ImportBankAsync(items: 2);

        Guid version = await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        Assert.Equal(version, (await site.LiveAsync("scenario-01")).Id);
        List<ItemVersionRow> all = await site.ReadAsync(db => db.ItemVersions.Where(v => v.ItemId == "scenario-01").OrderBy(v => v.Number).ToListAsync());
        Assert.Equal([ItemStatus.Retired, ItemStatus.Live], all.Select(v => v.Status));
    }

    [Fact]
    public async Task Publishing_makes_a_draft_key_for_the_whole_bank_and_leaves_the_earlier_keys_as_they_were()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 3);
        string before = await site.ReadAsync(db => db.KeyVersions.Select(k => k.Content).SingleAsync());

        Guid version = await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        List<Guid> live = await site.ReadAsync(db => db.ItemVersions.Where(v => v.Current).Select(v => v.Id).ToListAsync());
        StoredKey key = Assert.Single(await site.AskAsync((BankLibrary library) => library.KeysForAsync(bank, live, CancellationToken.None)));
        Assert.Equal(("draft-2", KeyStatus.Draft), (key.Key.Version, key.Key.Status));
        Assert.Equal(["scenario-01", "scenario-02", "scenario-03", "warm-up"], key.Key.Items.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before, await site.ReadAsync(db => db.KeyVersions.Where(k => k.Label == "draft-1").Select(k => k.Content).SingleAsync()));
        Assert.False(await site.ReadAsync(db => db.KeyCoverages.AnyAsync(c => c.ItemVersionId == version && c.KeyVersionId != key.Id)));
    }

    [Fact]
    public async Task A_form_keeps_the_version_that_it_froze()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        Guid form = await site.PublishAsync(bank);
        Guid frozen = (await site.LiveAsync("scenario-01")).Id;

        await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        Assert.Contains(frozen, await site.ReadAsync(db => db.FormItems.Where(i => i.FormVersionId == form).Select(i => i.ItemVersionId).ToListAsync()));
    }

    [Fact]
    public async Task What_nobody_approved_is_not_published()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 2);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);

        ItemsPublished done = await site.AskAsync((ItemPublishing publishing) => publishing.PublishAsync(bank, [draft], Ana));

        Assert.Equal(new ItemsPublished(0, null), done);
        Assert.Equal(ItemStatus.InReview, (await site.RowAsync(draft)).Status);
    }

    [Fact]
    public async Task What_was_published_in_the_browser_outlives_the_next_start_of_the_server()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        Guid bank = await ImportedAsync(site, folder);
        Guid version = await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        await ImportedAsync(site, folder);

        Assert.Equal(version, (await site.LiveAsync("scenario-01")).Id);
    }

    [Fact]
    public async Task A_text_that_was_changed_in_the_browser_and_in_its_file_waits_for_review()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        Guid bank = await ImportedAsync(site, folder);
        Guid version = await site.PublishRetitledAsync(bank, "scenario-01", "Better title");
        string file = SampleBank.PathOf(folder, 1);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("First reply.", "First reply in other words.", StringComparison.Ordinal));

        BankImportResult result = Assert.Single(await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None)));

        Assert.Contains("changed-in-both", result.Problems.Select(p => p.Code));
        Assert.Equal(version, (await site.LiveAsync("scenario-01")).Id);
        ItemVersionRow waiting = await site.ReadAsync(db => db.ItemVersions.SingleAsync(v => v.Status == ItemStatus.InReview));
        Assert.Contains("other words", waiting.Content, StringComparison.Ordinal);
    }

    private static async Task<Guid> ImportedAsync(TestSite site, string folder)
    {
        Assert.True(Assert.Single(await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None))).Imported);
        return await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync());
    }
}
