using EqAssess.Data.Tables;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>
/// A site whose bank has two scenarios for each facet, and whose form of four holds the first of each: whoever is spared one can be given the
/// other. The first, <c>scenario-01</c>, carries a content note.
/// </summary>
internal sealed class AdjustedSite : IAsyncDisposable
{
    private static readonly Lazy<Task<object>> Made = new(MakeAsync);
    private readonly DirectoryInfo home;

    private AdjustedSite(DirectoryInfo home, SiteFactory site)
    {
        this.home = home;
        Site = site;
    }

    public SiteFactory Site { get; }

    public static async Task<AdjustedSite> StartAsync(params IReadOnlyList<(string Key, string Value)> values)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-adjusted-");
        await FolderDatabase.Of(folder.FullName).FillAsync(await Made.Value);
        return new AdjustedSite(folder, await SiteFactory.StartAsync(new SiteSettings
        {
            Prepared = false, Folder = folder.FullName, Values = values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
        }));
    }

    /// <summary>A browser that has asked for adjustments and the token of its link.</summary>
    public async Task<(Browser Browser, string Token)> AskAsync(string name, string text, params string[] wishes)
    {
        string token = await Site.NewLinkAsync(name);
        Browser browser = Site.NewBrowser();
        Shown page = await browser.OpenAsync($"/t/{token}/adjustments");
        await page.Form("Send the request").Tick(wishes).With("text", text).PressAsync();
        return (browser, token);
    }

    /// <summary>Finds the person by address, as an officer does who grants without a request.</summary>
    public async Task<Shown> FindAsync(Browser officer, string name) =>
        await officer.OpenAsync($"/accommodations?email={Uri.EscapeDataString($"{name.ToLowerInvariant()}@example.test")}");

    public Task<AccommodationRequest> RequestAsync() => Site.ReadAsync(db => db.AccommodationRequests.AsNoTracking().SingleAsync());

    public Task<AttemptRow> AttemptAsync(Guid attempt) => Site.ReadAsync(db => db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attempt));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await FolderDatabase.Of(home.FullName).DeleteAsync();
        home.Delete(recursive: true);
    }

    private static async Task<object> MakeAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-adjusted-template-");
        string bank = SampleBank.Write(Path.Combine(folder.FullName, "bank"), items: 8);
        string first = SampleBank.PathOf(bank, 1);
        await File.WriteAllTextAsync(first, (await File.ReadAllTextAsync(first)).Replace("channel: phone\n", "channel: phone\ncontentNote: bereavement\n").Replace("The parcel that is late", "The parcel for a funeral"));
        var settings = new SiteSettings
        {
            Prepared = false, Folder = folder.FullName, Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Site:QuestionBanks"] = bank },
        };
        await using (SiteFactory site = await SiteFactory.StartAsync(settings))
        {
            foreach (string role in Roles.All)
            {
                var made = await site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync(PreparedDatabase.EmailOf(role), $"Colleague {role}", PreparedDatabase.Password, [role]));
                Xunit.Assert.True(made.Succeeded);
            }

            await site.PublishFormAsync(4);
        }

        object snapshot = await FolderDatabase.Of(folder.FullName).SnapshotAsync();
        folder.Delete(recursive: true);
        return snapshot;
    }
}
