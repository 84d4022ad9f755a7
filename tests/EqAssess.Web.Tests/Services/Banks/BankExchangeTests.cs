using EqAssess.Data.BankFiles;
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

/// <summary>A bank travels through the browser as it does through files, and what comes in waits for a second person.</summary>
public sealed class BankExchangeTests
{
    [Theory]
    [OnEachEngine]
    public async Task What_was_exported_comes_in_again_without_a_change(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Guid bank = await site.ImportBankAsync(items: 3);
        byte[] zip = await ExportAsync(site, bank);

        BankChanges changes = await PreviewAsync(site, zip);

        Assert.True(changes.AreNone);
        BankReading reading = BankZip.Read(new MemoryStream(zip));
        var again = new MemoryStream();
        BankZip.Write(again, reading.Bank!, reading.Keys);
        Assert.Equal(zip, again.ToArray());
    }

    [Fact]
    public async Task Forms_travel_with_the_bank_both_ways()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await ImportWithFormsAsync(site);
        byte[] zip = await ExportAsync(site, bank);
        byte[] fewer = Rewritten(zip, b => b with { Forms = [], Blueprints = [b.Blueprints[0] with { Forms = 3 }] });

        BankChanges same = await PreviewAsync(site, zip);
        BankChanges changes = await PreviewAsync(site, fewer);
        await TakeAsync(site, fewer, retire: false);

        Assert.True(same.AreNone);
        Assert.Equal(["blueprints", "forms"], changes.Head);
        Assert.Equal(["blueprint Changed forms", "by-hand Gone "], changes.Forms.Select(f => $"{f.Id} {f.Kind} {Known.List(f.Parts)}"));
        Assert.True((await PreviewAsync(site, fewer)).AreNone);
        Assert.Equal(fewer, await ExportAsync(site, bank));
    }

    [Fact]
    public async Task A_form_that_names_an_item_which_the_export_lacks_stays_behind()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await ImportWithFormsAsync(site);
        Assert.IsType<ItemStepping.Done>(await site.StepAsync((await site.LiveAsync("scenario-03")).Id, ItemStep.Retired, Ana));

        byte[] zip = await ExportAsync(site, bank);

        BankReading reading = BankZip.Read(new MemoryStream(zip));
        Assert.DoesNotContain(reading.Problems, p => p.Place is Place.InFile { File: var file } && file.StartsWith("forms/", StringComparison.Ordinal));
        using var entries = new System.IO.Compression.ZipArchive(new MemoryStream(zip));
        Assert.Equal(["forms/blueprint.yaml"], entries.Entries.Select(e => e.FullName).Where(name => name.StartsWith("forms/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_written_in_the_browser_is_exported_with_the_key_that_was_made_for_it()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid bank = await site.ImportBankAsync(items: 3);
        await site.PublishRetitledAsync(bank, "scenario-01", "Better title");

        ExportedBank exported = await site.AskAsync((BankExchange exchange) => exchange.ExportAsync(bank, CancellationToken.None));

        Assert.Contains("Better title", exported.Bank.Items.Select(i => i.Title));
        Assert.Equal(["desk-1"], exported.Keys.Select(k => k.Version));
        Assert.Equal(["draft-1"], exported.Left);
        Assert.NotNull(BankZip.Read(new MemoryStream(await ExportAsync(site, bank))).Bank);
    }

    [Fact]
    public async Task A_new_bank_waits_for_review_as_a_whole_and_then_lives_with_its_key()
    {
        await using TestSite from = await TestSite.CreateAsync();
        byte[] zip = await ExportAsync(from, await from.ImportBankAsync(items: 3));
        await using TestSite site = await TestSite.CreateAsync();

        TakenIn taken = await TakeAsync(site, zip, retire: false);
        IReadOnlyList<Guid> own = await site.AskAsync((ItemReview review) => review.ApprovableAsync(taken.Bank, Ana));
        IReadOnlyList<Guid> others = await site.AskAsync((ItemReview review) => review.ApprovableAsync(taken.Bank, Ben));
        foreach (Guid version in others)
        {
            Assert.IsType<ItemStepping.Done>(await site.StepAsync(version, ItemStep.Approved, Ben));
        }

        ItemsPublished published = await site.AskAsync((ItemPublishing publishing) => publishing.PublishAsync(taken.Bank, others, Ben));

        Assert.Equal((4, 0, 1), (taken.Waiting, taken.Retired, taken.Keys));
        Assert.Equal((0, 4), (own.Count, others.Count));
        Assert.Equal(new ItemsPublished(4, "desk-1"), published);
        Assert.Equal(["desk-1", "draft-1"], (await site.AskAsync((BankLibrary library) => library.KeysForAsync(taken.Bank, others.ToList(), CancellationToken.None))).Select(k => k.Key.Version).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_what_differs_waits_and_the_live_texts_stay_in_use_until_then()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        string before = (await site.LiveAsync("scenario-01")).Content;
        byte[] zip = Changed(folder, bank => bank with
        {
            Items = [.. bank.Items.Where(i => i.Id != "scenario-03").Select(i => i.Id == "scenario-01" ? i with { Title = "Other title" } : i)],
        }, "draft-9");

        BankChanges changes = await PreviewAsync(site, zip);
        TakenIn taken = await TakeAsync(site, zip, retire: true);

        Assert.Equal(
            [("scenario-01", ChangeKind.Changed), ("scenario-03", ChangeKind.Gone)],
            changes.Items.Where(i => i.Kind != ChangeKind.Unchanged).Select(i => (i.Id, i.Kind)));
        Assert.Equal((1, 1, 1), (taken.Waiting, taken.Retired, taken.Keys));
        Assert.Equal(before, (await site.LiveAsync("scenario-01")).Content);
        Assert.Equal([ItemStatus.Live, ItemStatus.InReview], await StatusesAsync(site, "scenario-01"));
        Assert.Equal([ItemStatus.Retired], await StatusesAsync(site, "scenario-03"));
    }

    [Fact]
    public async Task Items_that_the_upload_lacks_stay_unless_somebody_wants_them_retired()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        byte[] zip = Changed(folder, bank => bank with { Items = [.. bank.Items.Where(i => i.Id != "scenario-03")] }, "draft-9");

        TakenIn taken = await TakeAsync(site, zip, retire: false);

        Assert.Equal(0, taken.Retired);
        Assert.Equal([ItemStatus.Live], await StatusesAsync(site, "scenario-03"));
    }

    [Fact]
    public async Task A_key_in_an_upload_never_changes_how_a_live_text_is_scored()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Guid live = (await site.LiveAsync("scenario-01")).Id;
        BankReading reading = BankReader.Read(folder);
        KeyedItem other = reading.Keys[0].Items["scenario-01"] with { Options = [.. reading.Keys[0].Items["scenario-01"].Options.Select(o => o with { Effectiveness = 5 - o.Effectiveness })] };
        Key key = reading.Keys[0] with { Version = "draft-9", Items = new Dictionary<string, KeyedItem>(reading.Keys[0].Items, StringComparer.Ordinal) { ["scenario-01"] = other } };
        var zip = new MemoryStream();
        BankZip.Write(zip, reading.Bank!, [key]);

        TakenIn taken = await TakeAsync(site, zip.ToArray(), retire: false);

        Assert.Equal((1, 1), (taken.Waiting, taken.Keys));
        Assert.Equal(["draft-1"], (await site.AskAsync((BankLibrary library) => library.KeysForAsync(taken.Bank, [live], CancellationToken.None))).Select(k => k.Key.Version));
        Assert.Equal([ItemStatus.Live, ItemStatus.InReview], await StatusesAsync(site, "scenario-01"));
    }

    [Fact]
    public async Task The_same_upload_twice_waits_once()
    {
        await using TestSite from = await TestSite.CreateAsync();
        byte[] zip = await ExportAsync(from, await from.ImportBankAsync(items: 3));
        await using TestSite site = await TestSite.CreateAsync();

        TakenIn first = await TakeAsync(site, zip, retire: false);
        TakenIn second = await TakeAsync(site, zip, retire: false);

        Assert.Equal((4, 0), (first.Waiting, second.Waiting));
    }

    [Fact]
    public async Task A_bank_keeps_its_language_and_the_facets_of_its_live_items()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Bank bank = BankReader.Read(folder).Bank!;

        Assert.Null(await WhyNotAsync(bank));
        Assert.Equal(new HeadRefusal.OtherLanguage("en"), await WhyNotAsync(bank with { Language = "de" }));
        Assert.Equal(new HeadRefusal.FacetInUse("cues"), await WhyNotAsync(bank with { Domains = [.. bank.Domains.Where(d => d.Code != "recognise")] }));
        Task<HeadRefusal?> WhyNotAsync(Bank changed) => site.AskAsync((BankExchange exchange) => exchange.WhyNotAsync(changed, CancellationToken.None));
    }

    [Fact]
    public async Task An_upload_is_kept_for_its_owner_alone_and_only_the_newest_one()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid first = await site.AskAsync((BankExchange exchange) => exchange.KeepAsync([1], Ana));
        Guid second = await site.AskAsync((BankExchange exchange) => exchange.KeepAsync([2], Ana));

        Assert.Null(await KeptAsync(first, Ana));
        Assert.Null(await KeptAsync(second, Ben));
        Assert.Equal([2], await KeptAsync(second, Ana));
        Task<byte[]?> KeptAsync(Guid upload, Guid by) => site.AskAsync((BankExchange exchange) => exchange.KeptAsync(upload, by, CancellationToken.None));
    }

    private static async Task<Guid> ImportWithFormsAsync(TestSite site)
    {
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        Directory.CreateDirectory(Path.Combine(folder, "forms"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "forms", "blueprint.yaml"),
            "id: blueprint\ntitle: Short\nforms: 2\ndomains: { listen: 1 }\nfacets: { probing: { least: 0, most: 1 } }\nanchors: [scenario-01]\nmostOverlap: 0.5\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "forms", "by-hand.yaml"), "id: by-hand\ntitle: By hand\nminutes: 10\nitems: [scenario-02, scenario-03]\n");
        Assert.All(await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None)), result => Assert.True(result.Imported));
        return await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync());
    }

    private static byte[] Rewritten(byte[] zip, Func<Bank, Bank> change)
    {
        BankReading reading = BankZip.Read(new MemoryStream(zip));
        var written = new MemoryStream();
        BankZip.Write(written, change(reading.Bank!), reading.Keys);
        return written.ToArray();
    }

    [Fact]
    public async Task An_upload_that_nobody_decided_about_is_gone_after_a_day()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.AskAsync((BankExchange exchange) => exchange.KeepAsync([1], Ana));

        site.Time.Instant = TestSite.Start.AddHours(24);
        int early = await site.RunAsync<EqAssess.Web.Jobs.ApplyRetention>();
        site.Time.Instant = TestSite.Start.AddHours(25);
        int late = await site.RunAsync<EqAssess.Web.Jobs.ApplyRetention>();

        Assert.Equal((0, 1), (early, late));
    }

    private static byte[] Changed(string folder, Func<Bank, Bank> change, string key)
    {
        BankReading reading = BankReader.Read(folder);
        Bank bank = change(reading.Bank!);
        HashSet<string> ids = [.. bank.Items.Select(i => i.Id)];
        Key kept = reading.Keys[0] with { Version = key, Items = reading.Keys[0].Items.Where(i => ids.Contains(i.Key)).ToDictionary() };
        var zip = new MemoryStream();
        BankZip.Write(zip, bank, [kept]);
        return zip.ToArray();
    }

    private static async Task<byte[]> ExportAsync(TestSite site, Guid bank)
    {
        ExportedBank exported = await site.AskAsync((BankExchange exchange) => exchange.ExportAsync(bank, CancellationToken.None));
        var zip = new MemoryStream();
        BankZip.Write(zip, exported.Bank, exported.Keys);
        return zip.ToArray();
    }

    private static Task<BankChanges> PreviewAsync(TestSite site, byte[] zip)
    {
        BankReading reading = BankZip.Read(new MemoryStream(zip));
        Assert.True(reading.Bank is not null, string.Join('\n', reading.Problems));
        return site.AskAsync((BankExchange exchange) => exchange.PreviewAsync(reading.Bank, reading.Keys, CancellationToken.None));
    }

    private static Task<TakenIn> TakeAsync(TestSite site, byte[] zip, bool retire)
    {
        BankReading reading = BankZip.Read(new MemoryStream(zip));
        return site.AskAsync((BankIntake intake) => intake.TakeAsync(reading.Bank!, reading.Keys, retire, Ana));
    }

    private static Task<List<ItemStatus>> StatusesAsync(TestSite site, string item) =>
        site.ReadAsync(db => db.ItemVersions.Where(v => v.ItemId == item).OrderBy(v => v.Number).Select(v => v.Status).ToListAsync());
}
