using System.IO.Compression;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>Thirty people take a test; a recruiter compares them without their names and decides about each, one by one, after reading.</summary>
public sealed class DeskTests(Chromium chromium, Workplace workplace) : IAsyncLifetime
{
    private const int People = 30;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly Stage stage = new(chromium);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_campaign_of_thirty_goes_from_answers_to_decisions()
    {
        ServerProcess site = await workplace.ServerAsync();
        Guid campaign = await workplace.OpenCampaignAsync(BankFolders.QuickBank, 20);
        for (int person = 0; person < People; person++)
        {
            await TakeAsync(site, await workplace.InviteAsync(campaign), person);
        }

        await using EqAssessDb db = site.OpenDatabase();
        await Waiting.UntilAsync("Thirty scores", Longest, async () => await Invited(db, campaign).CountAsync(i => db.Attempts.Any(
            a => a.InvitationId == i.Id && db.ScoreRuns.Any(r => r.AttemptId == a.Id))) == People);
        Device recruiter = await stage.DeviceAsync(site.Url);
        await new SignInPage(recruiter.Page).SignInAsync(Workplace.Recruiter, site.PasswordOf(Workplace.Recruiter));

        await CompareAsync(recruiter, campaign);
        string[] outcomes = ["Shortlisted", "Reserve", "Rejected"];
        for (int i = 0; i < outcomes.Length; i++)
        {
            await DecideNextAsync(recruiter, campaign, outcomes[i]);
        }

        await DecideAboutTheOthersAsync(site, db, campaign);
        await recruiter.Page.GotoAsync($"/campaigns/{campaign}/results?filter.decision=Open");
        await Assertions.Expect(new DeskPages(recruiter.Page).Main).ToContainTextAsync("Nobody fits what you look for.");
        List<DecisionRow> decisions = await db.Decisions.AsNoTracking().Where(d => Invited(db, campaign).Any(i => i.Id == d.InvitationId)).ToListAsync();
        Assert.Equal(People, decisions.Select(d => d.InvitationId).Distinct().Count());
        Assert.All(decisions, d => Assert.NotNull(d.StaffId));
        await ReportsAsync(recruiter, campaign);
    }

    private static IQueryable<InvitationRow> Invited(EqAssessDb db, Guid campaign) => db.Invitations.Where(i => i.CampaignId == campaign);

    /// <summary>Rates the one scenario differently from person to person, and hands in.</summary>
    private static async Task TakeAsync(ServerProcess site, Invited invited, int person)
    {
        using var device = new StaffClient(site.Url);
        await device.PostAsync(invited.Link, []);
        await device.RateAsync("/take/1", option => 1 + ((person / (int)Math.Pow(4, option % 3)) + option) % 4);
        await device.HandInAsync();
    }

    private static async Task CompareAsync(Device recruiter, Guid campaign)
    {
        var desk = new DeskPages(recruiter.Page);
        await recruiter.Page.GotoAsync($"/campaigns/{campaign}/results");
        IReadOnlyList<string> people = await desk.PeopleAsync();
        Assert.Equal(People, people.Count);
        Assert.All(people, p => Assert.Matches("^Candidate [2-9A-Z]{3}-[2-9A-Z]{3}$", p));
        await Untold.CheckAsync(recruiter.Page);
        await desk.CompareAsync(people[0], people[14], people[29]);
        Assert.Equal([people[0], people[14], people[29]], await desk.PeopleAsync());
        await Untold.CheckAsync(recruiter.Page);
        await Pictures.TakeAsync(recruiter.Page, "compare");
    }

    /// <summary>One zip with a report for each; every one of them can be read back.</summary>
    private static async Task ReportsAsync(Device recruiter, Guid campaign)
    {
        Pdf.Need();
        await recruiter.Page.GotoAsync($"/campaigns/{campaign}/papers");
        await recruiter.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make the reports" }).ClickAsync();
        ILocator ready = recruiter.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Download zip" });
        await Assertions.Expect(ready).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = (float)Longest.TotalMilliseconds });
        IDownload download = await recruiter.Page.RunAndWaitForDownloadAsync(() => ready.ClickAsync());
        string folder = Directory.CreateTempSubdirectory("eqassess-zip-").FullName;
        try
        {
            string file = Path.Combine(folder, "reports.zip");
            await download.SaveAsAsync(file);
            await ZipFile.ExtractToDirectoryAsync(file, folder);
            string[] papers = Directory.GetFiles(folder, "*.pdf");
            Assert.Equal(People, papers.Length);
            Assert.Equal(People + 1, File.ReadAllLines(Path.Combine(folder, "Contents.csv")).Length);
            foreach (string paper in papers)
            {
                string name = Path.GetFileNameWithoutExtension(paper)[4..];
                Assert.Contains(name, await Pdf.TextAsync(paper), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task DecideNextAsync(Device recruiter, Guid campaign, string outcome)
    {
        var desk = new DeskPages(recruiter.Page);
        await recruiter.Page.GotoAsync($"/campaigns/{campaign}/results?filter.decision=Open");
        string code = (await desk.PeopleAsync())[0];
        await desk.DecideAsync(code, outcome, "The answers and the interview agree.");
        await Assertions.Expect(desk.Heading).ToContainTextAsync("Person");
        await Untold.CheckAsync(recruiter.Page);
        await Pictures.TakeAsync(recruiter.Page, "person");
    }

    /// <summary>As the pages do it: each report is opened, and each decision posted by itself.</summary>
    private static async Task DecideAboutTheOthersAsync(ServerProcess site, EqAssessDb db, Guid campaign)
    {
        using var client = new StaffClient(site.Url);
        await client.SignInAsync(Workplace.Recruiter, site.PasswordOf(Workplace.Recruiter));
        var open = await (
            from invitation in Invited(db, campaign)
            where !db.Decisions.Any(d => d.InvitationId == invitation.Id)
            join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
            join run in db.ScoreRuns on attempt.Id equals run.AttemptId
            select new { invitation.Id, Run = run.Id }).ToListAsync();
        foreach (var person in open)
        {
            await client.GetAsync($"/reports/{person.Run}");
            Assert.NotNull(await client.PostAsync(
                $"/campaigns/{campaign}/results/{person.Id}?handler=Decide", [("outcome", "Reserve"), ("reason", "A second round follows."), ("seen", "0")]));
        }
    }
}
