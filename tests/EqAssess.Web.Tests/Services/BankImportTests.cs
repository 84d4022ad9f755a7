using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>All of a bank is imported, or nothing of it and every problem is listed.</summary>
public sealed class BankImportTests
{
    [Theory]
    [OnEachEngine]
    public async Task A_sound_bank_is_imported_with_its_items_and_its_key(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);

        BankImportResult result = await ImportAsync(site, folder);

        Assert.Equal(("Sample bank", true, 5), (result.Bank, result.Imported, result.Changed));
        List<ItemVersionRow> items = await ItemsAsync(site);
        Assert.Equal(["scenario-01", "scenario-02", "scenario-03", "warm-up"], items.Select(i => i.ItemId));
        Assert.All(items, i => Assert.Equal((1, true), (i.Number, i.Current)));
        Assert.Equal(["recognise", "listen", "express", "recognise"], items.Select(i => i.Domain));
        Assert.Equal(["draft-1"], await KeysAsync(site));
    }

    [Fact]
    public async Task Importing_the_same_files_again_changes_nothing()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        await ImportAsync(site, folder);

        BankImportResult again = await ImportAsync(site, folder);

        Assert.Equal((true, 0), (again.Imported, again.Changed));
        Assert.Equal(4, (await ItemsAsync(site)).Count);
        Assert.Equal(["draft-1"], await KeysAsync(site));
    }

    [Fact]
    public async Task A_changed_item_becomes_a_new_version_and_the_earlier_one_stays()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        await ImportAsync(site, folder);
        Change(SampleBank.PathOf(folder, 1), "First reply.", "First reply in other words.");

        BankImportResult result = await ImportAsync(site, folder);

        Assert.Equal((true, 1), (result.Imported, result.Changed));
        List<ItemVersionRow> versions = [.. (await ItemsAsync(site)).Where(i => i.ItemId == "scenario-01")];
        Assert.Equal([(1, false), (2, true)], versions.Select(v => (v.Number, v.Current)));
        Assert.DoesNotContain("other words", versions[0].Content, StringComparison.Ordinal);
        Assert.Contains("other words", versions[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_whose_file_went_is_current_no_longer()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        await ImportAsync(site, folder);
        File.Delete(SampleBank.PathOf(folder, 2));
        File.Delete(Path.Combine(folder, "keys", "draft-1.yaml"));
        File.WriteAllText(Path.Combine(folder, "keys", "draft-2.yaml"), SampleBank.Key("draft-2", "draft", 1));

        BankImportResult result = await ImportAsync(site, folder);

        Assert.Equal((true, 2), (result.Imported, result.Changed));
        Assert.Equal([("scenario-01", true), ("scenario-02", false), ("warm-up", true)], (await ItemsAsync(site)).Select(i => (i.ItemId, i.Current)));
        Assert.Equal(["draft-1", "draft-2"], await KeysAsync(site));
    }

    [Fact]
    public async Task Of_a_bad_bank_nothing_is_imported_and_every_problem_is_listed()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 3);
        Change(SampleBank.PathOf(folder, 1), "format: rate-each", "format: guess-one");
        Change(SampleBank.PathOf(folder, 2), "facet: probing", "facet: charm");
        Change(Path.Combine(folder, "keys", "draft-1.yaml"), "effectiveness: 3", "effectiveness: 9");

        BankImportResult result = await ImportAsync(site, folder);

        Assert.False(result.Imported);
        string[] codes = [.. result.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code)];
        Assert.Equal(["off-scale", "unknown-facet", "unknown-format"], codes.Order(StringComparer.Ordinal));
        Assert.Equal((0, 0, 0), (await site.ReadAsync(db => db.Banks.CountAsync()), (await ItemsAsync(site)).Count, (await KeysAsync(site)).Count));
    }

    [Fact]
    public async Task A_bad_change_leaves_what_was_imported_before()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        await ImportAsync(site, folder);
        Change(SampleBank.PathOf(folder, 1), "First reply.", "Changed.");
        Change(SampleBank.PathOf(folder, 2), "facet: probing", "facet: charm");

        BankImportResult result = await ImportAsync(site, folder);

        Assert.False(result.Imported);
        Assert.All(await ItemsAsync(site), i => Assert.Equal((1, true), (i.Number, i.Current)));
    }

    [Fact]
    public async Task A_key_that_changed_under_its_version_is_refused_and_nothing_is_imported()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2);
        await ImportAsync(site, folder);
        string before = await site.ReadAsync(db => db.KeyVersions.Select(k => k.Content).SingleAsync());
        Change(Path.Combine(folder, "keys", "draft-1.yaml"), "effectiveness: 4", "effectiveness: 3.5");
        Change(SampleBank.PathOf(folder, 1), "First reply.", "Changed.");

        BankImportResult result = await ImportAsync(site, folder);

        Assert.False(result.Imported);
        BankProblem problem = Assert.Single(result.Problems, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal("key-changed", problem.Code);
        Assert.Contains("give this one a new version", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, await site.ReadAsync(db => db.KeyVersions.Select(k => k.Content).SingleAsync()));
        Assert.All(await ItemsAsync(site), i => Assert.Equal(1, i.Number));
    }

    [Fact]
    public async Task One_bad_bank_keeps_no_other_out()
    {
        await using TestSite site = await TestSite.CreateAsync();
        string both = Path.Combine(site.Folder, "banks");
        SampleBank.Write(Path.Combine(both, "good"), items: 2);
        string bad = SampleBank.Write(Path.Combine(both, "bad"), items: 2);
        Change(Path.Combine(bad, "bank.yaml"), "id: sample-bank", "id: Bad Bank");

        IReadOnlyList<BankImportResult> results = await site.AskAsync((BankImport import) => import.ImportAsync(both, CancellationToken.None));

        Assert.Equal([false, true], results.Select(r => r.Imported));
        Assert.Equal(["sample-bank"], await site.ReadAsync(db => db.Banks.Select(b => b.Slug).ToListAsync()));
    }

    [Fact]
    public async Task A_key_made_in_a_demonstration_says_so_for_good()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
        {
            db.Workspaces.Add(new Workspace { Id = Guid.CreateVersion7(), Demonstration = true, CreatedAt = TestSite.Start });
            await db.SaveChangesAsync();
        });

        await ImportAsync(site, SampleBank.Write(Path.Combine(site.Folder, "bank"), items: 2));

        Assert.True(await site.ReadAsync(db => db.KeyVersions.Select(k => k.Demonstration).SingleAsync()));
    }

    private static async Task<BankImportResult> ImportAsync(TestSite site, string folder) =>
        Assert.Single(await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None)));

    private static Task<List<ItemVersionRow>> ItemsAsync(TestSite site) =>
        site.ReadAsync(db => db.ItemVersions.OrderBy(i => i.ItemId).ThenBy(i => i.Number).ToListAsync());

    private static Task<List<string>> KeysAsync(TestSite site) => site.ReadAsync(db => db.KeyVersions.OrderBy(k => k.Label).Select(k => k.Label).ToListAsync());

    private static void Change(string file, string text, string into)
    {
        string content = File.ReadAllText(file);
        Assert.Contains(text, content, StringComparison.Ordinal);
        int start = content.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(file, content[..start] + into + content[(start + text.Length)..]);
    }
}
