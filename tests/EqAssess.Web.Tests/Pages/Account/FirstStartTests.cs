using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Account;

/// <summary>What a new installation does by itself, and what it says on the console.</summary>
public sealed partial class FirstStartTests
{
    [Fact]
    public async Task In_Production_an_empty_database_gets_roles_and_nothing_else()
    {
        await using SiteFactory site = await SiteFactory.StartAsync(new SiteSettings { Prepared = false });

        string[] filled = [.. (await site.DigestsAsync()).Where(t => !t.Value.StartsWith("0 rows", StringComparison.Ordinal)).Select(t => t.Key)];

        Assert.Equal(["__EFMigrationsHistory", "staff_invitation", "staff_role", "workspace"], filled.Except(["__EFMigrationsLock", "data_protection_key"]));
    }

    [Fact]
    public async Task The_console_prints_one_set_up_link_which_makes_the_first_administrator_once()
    {
        using var console = new CapturedConsole();
        await using SiteFactory site = await SiteFactory.StartAsync(new SiteSettings { Prepared = false });
        string token = Assert.Single(await console.SetUpLinksAsync(site));
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");

        Shown weak = await Fill(page).Fill("Password", "hunter2").PressAsync();
        Shown notAnAddress = await Fill(page).Fill("Your e-mail address", "Ada <ada@example.test>").PressAsync();
        Shown made = await Fill(weak).PressAsync();
        Shown again = await Fill(page).PressAsync();
        Shown signedIn = await made.Form("Sign in").Fill("E-mail address", "ada@example.test").Fill("Password", "seven grey herons wait").PressAsync();
        Shown staff = await signedIn.Browser.OpenAsync("/admin/staff");

        Assert.Equal("Set up EqAssess", page.Heading);
        Assert.Contains(("password", "The password needs at least 12 characters."), weak.Problems);
        Assert.Equal([("email", "This is no e-mail address. Write it like name@company.example.")], notAnAddress.Problems);
        Assert.Equal("This link does not work any more", again.Heading);
        Assert.Equal("Overview", signedIn.Heading);
        Assert.Contains("1 person", staff.Words);
        Assert.Equal(1, await site.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_second_start_prints_a_new_link_and_the_first_is_dead()
    {
        using var console = new CapturedConsole();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-second-start-");
        var settings = new SiteSettings { Prepared = false, Folder = folder.FullName };
        string first;
        await using (SiteFactory site = await SiteFactory.StartAsync(settings))
        {
            first = Assert.Single(await console.SetUpLinksAsync(site));
        }

        await using SiteFactory again = await SiteFactory.StartAsync(settings);
        string second = Assert.Single(await console.SetUpLinksAsync(again));

        Assert.Equal("This link does not work any more", (await again.NewBrowser().OpenAsync($"/account/set-up/{first}")).Heading);
        Assert.Equal("Set up EqAssess", (await again.NewBrowser().OpenAsync($"/account/set-up/{second}")).Heading);
        await again.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Once_there_is_an_account_no_link_is_printed()
    {
        using var console = new CapturedConsole();
        await using SiteFactory site = await SiteFactory.StartAsync();

        Assert.Empty(await console.SetUpLinksAsync(site));
    }

    [Fact]
    public async Task A_demonstration_labels_every_page_and_refuses_to_open_where_it_is_not_allowed()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-demonstration-");
        string bank = Testing.Content.SampleBank.Write(Path.Combine(folder.FullName, "bank"), items: 12);
        var settings = new SiteSettings
        {
            Environment = "Development",
            Prepared = false,
            Folder = folder.FullName,
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Demonstration:Enabled"] = "true", ["Demonstration:SimulatedCandidates"] = "6", ["Site:QuestionBanks"] = bank,
            },
        };
        await using (SiteFactory site = await SiteFactory.StartAsync(settings))
        {
            Shown page = await site.NewBrowser().OpenAsync("/account/sign-in");
            Assert.Contains("Demonstration workspace. Simulated candidates, draft keys.", page.Words);
            Assert.Equal(6, await site.ReadAsync(db => db.Candidates.CountAsync(c => c.Simulated)));
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SiteFactory.StartAsync(new SiteSettings { Prepared = false, Folder = folder.FullName }));

        Assert.StartsWith("This database holds a demonstration: simulated candidates, draft keys and accounts whose passwords were printed.", failure.Message);
        folder.Delete(recursive: true);
    }

    private static FilledForm Fill(Shown page) => page.Form("Create the account")
        .Fill("Your name", "Ada").Fill("Your e-mail address", "ada@example.test").Fill("Password", "seven grey herons wait");

    /// <summary>Keeps what is written on the console while it lives. Other tests write there too: lines are told apart by the site's address.</summary>
    private sealed partial class CapturedConsole : TextWriter
    {
        private readonly TextWriter before = Console.Out;
        private readonly ConcurrentQueue<string> written = new();

        public CapturedConsole() => Console.SetOut(Synchronized(this));

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => before.Write(value);

        public override void Write(string? value)
        {
            written.Enqueue(value ?? "");
            before.Write(value);
        }

        public override void WriteLine(string? value)
        {
            written.Enqueue(value ?? "");
            before.WriteLine(value);
        }

        public async Task<IReadOnlyList<string>> SetUpLinksAsync(SiteFactory site)
        {
            for (int i = 0; i < 100 && !written.Any(w => w.Contains(site.Address)); i++)
            {
                await Task.Delay(50);
            }

            string said = string.Join('\n', written.Where(w => w.Contains($"EqAssess is ready at {site.Address}")));
            Assert.NotEmpty(said);
            return [.. SetUpLink().Matches(said).Select(m => m.Groups[1].Value)];
        }

        protected override void Dispose(bool disposing) => Console.SetOut(before);

        [GeneratedRegex(@"/account/set-up/([\w-]{43})")]
        private static partial Regex SetUpLink();
    }
}
