using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Services;

/// <summary>The sample bank with live items of the named formats, in turn, and a practice item for rate-each and for most-least.</summary>
internal static class MixedBank
{
    public static async Task<IReadOnlyList<BankItem>> ImportAsync(TestSite site, params string[] formats)
    {
        string folder = SampleBank.Write(Path.Combine(site.Folder, "mixed-bank"), formats.Length);
        for (int item = 1; item <= formats.Length; item++)
        {
            Change(SampleBank.PathOf(folder, item), "rate-each", formats[item - 1]);
        }

        string practice = Path.Combine(folder, "items", "warm-up.yaml");
        File.WriteAllText(Path.Combine(folder, "items", "warm-up-2.yaml"), File.ReadAllText(practice).Replace("warm-up", "warm-up-2").Replace("rate-each", "most-least"));
        string key = Path.Combine(folder, "keys", "draft-1.yaml");
        string keyed = File.ReadAllText(key);
        string ofPractice = keyed[keyed.IndexOf("  warm-up:", StringComparison.Ordinal)..];
        File.AppendAllText(key, ofPractice.Replace("warm-up", "warm-up-2"));
        IReadOnlyList<BankImportResult> results = await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Assert.All(results, r => Assert.True(r.Imported, string.Join('\n', r.Problems)));
        Guid bank = await BankAsync(site);
        return await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
    }

    public static Task<Guid> BankAsync(TestSite site) => site.ReadAsync(db => Task.FromResult(db.Banks.Single().Id));

    private static void Change(string file, string text, string into) => File.WriteAllText(file, File.ReadAllText(file).Replace(text, into));
}
