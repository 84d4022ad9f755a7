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
        Assert.Equal(("desk-1", KeyStatus.Draft), (key.Key.Version, key.Key.Status));
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

    [Fact]
    public async Task A_files_key_is_for_the_text_beside_it_and_never_for_one_that_was_written_in_the_browser()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        Guid bank = await ImportedAsync(site, folder);
        Guid version = await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        await ImportedAsync(site, folder);

        Assert.Equal(["desk-1"], (await site.AskAsync((BankLibrary library) => library.KeysForAsync(bank, [version], CancellationToken.None))).Select(k => k.Key.Version));
    }

    [Fact]
    public async Task A_version_that_is_older_than_the_live_one_is_neither_approved_nor_published()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        Guid bank = await ImportedAsync(site, folder);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);
        string file = SampleBank.PathOf(folder, 1);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("First reply.", "First reply in other words.", StringComparison.Ordinal));
        await ImportedAsync(site, folder);

        ItemStepping approved = await site.StepAsync(draft, ItemStep.Approved, Ben);

        Assert.Equal(new ItemStepping.Refused(ItemLifeRefusal.NewerIsLive), approved);
        Assert.Contains("other words", (await site.LiveAsync("scenario-01")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_a_form_tries_out_cannot_go_back_to_draft()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 4);
        Guid form = await site.PublishAsync(bank);
        Guid draft = await site.DraftOfAsync("scenario-01", Ana);
        await site.StepAsync(draft, ItemStep.Submitted, Ana);
        await site.StepAsync(draft, ItemStep.Approved, Ben);
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
        {
            db.FormItems.Add(new FormItemRow { FormVersionId = form, Position = 99, Practice = false, ItemVersionId = draft, Pretest = true });
            await db.SaveChangesAsync();
        });

        ItemStepping returned = await site.StepAsync(draft, ItemStep.Returned, Ana);

        Assert.Equal(new ItemStepping.Refused(ItemLifeRefusal.InUse), returned);
    }

    [Fact]
    public async Task Two_people_who_publish_at_the_same_moment_publish_each_version_once()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 3);
        Guid[] drafts = [await ApprovedAsync("scenario-01"), await ApprovedAsync("scenario-02"), await ApprovedAsync("scenario-03")];

        ItemsPublished[] done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.AskAsync((ItemPublishing publishing) => publishing.PublishAsync(bank, drafts, Ben))));

        Assert.Equal(3, done.Sum(d => d.Items));
        Assert.Equal(drafts.Order(), (await site.ReadAsync(db => db.ItemVersions.Where(v => v.Current && v.Use == ItemUse.Live).Select(v => v.Id).ToListAsync())).Order());
        async Task<Guid> ApprovedAsync(string item)
        {
            Guid draft = await site.DraftOfAsync(item, Ana);
            await site.RetitleAsync(draft, $"Better {item}", Ana);
            await site.StepAsync(draft, ItemStep.Submitted, Ana);
            await site.StepAsync(draft, ItemStep.Approved, Ben);
            return draft;
        }
    }

    private static async Task<Guid> ImportedAsync(TestSite site, string folder)
    {
        Assert.True(Assert.Single(await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None))).Imported);
        return await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync());
    }
}
