using System.Text;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Testing;
using Microsoft.Playwright;
using Xunit;

namespace EqAssess.Browser.Tests;

/// <summary>One hiring campaign from the question bank to the recruiter's PDF, on real parts: server process, SMTP server, browser.</summary>
public sealed class StoryTests(Chromium chromium) : IAsyncLifetime
{
    private const string Job = "Customer Care Advisor, Leeds";
    private const string Form = "Contact-centre empathy, long form";
    private const string Candidate = "Amélie Fontaine";
    private const string Address = "amelie.fontaine@example.test";
    private const float Seconds = 1000;
    private readonly Stage stage = new(chromium);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-story-");
    private SmtpServer? smtp;
    private ServerProcess? server;

    private SmtpServer Mail => smtp!;

    private ServerProcess Site => server!;

    public async ValueTask InitializeAsync()
    {
        smtp = await SmtpServer.StartAsync();
        server = await ServerProcess.StartAsync(new ServerSettings { DataFolder = folder.FullName }.With(smtp).With("Scoring__PlanningReliability", "0.80"));
        stage.KeepOnFailure("server.txt", () => Site.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (smtp?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task From_the_question_bank_to_the_report_in_the_recruiters_hand()
    {
        Pdf.Need();
        await AnHrAdminPublishesAFormAsync();
        Device recruiter = await ARecruiterInvitesAsync();
        string link = await TheInvitationArrivesAsync(recruiter);
        await AMailScannerOpensTheLinkAsync(link);
        Place left = await ACandidateStartsOnAPhoneAsync(link);
        await TheCandidateFinishesOnAnotherDeviceAsync(link, left);
        await TheRecruiterComparesAsync(recruiter);
        await TheRecruiterReadsTheReportAsync(recruiter);
    }

    /// <summary>Step 1.</summary>
    private async Task AnHrAdminPublishesAFormAsync()
    {
        Device hr = await SignInAsync(Workplace.HrAdmin);
        var pages = new FormPages(hr.Page);
        await Assertions.Expect(hr.Page.GetByText("Demonstration workspace.")).ToBeVisibleAsync();
        await pages.OpenBankAsync("Contact-centre empathy");
        await Assertions.Expect(pages.Main).ToContainTextAsync("98 live, 4 practice");
        await Assertions.Expect(pages.Main).ToContainTextAsync("The key is a draft");
        await Pictures.TakeAsync(hr.Page, "bank");

        ScenarioPage item = await pages.OpenItemAsync("The green kettle");
        await item.RateAllAsync([1, 2, 3, 4]);
        Assert.Equal([1, 2, 3, 4], await item.RatingsAsync());

        await pages.OpenBankAsync("Contact-centre empathy");
        await pages.StartFormAsync(Form, ofEachDomain: 3);
        await pages.PublishAsync(minutes: 5);
        int least = await pages.LeastMinutesAsync();
        Assert.InRange(least, 6, 30);
        await Assertions.Expect(pages.Chosen).ToHaveCountAsync(12);
        await Pictures.TakeAsync(hr.Page, "new-form");
        await pages.PublishAsync(least - 1);
        Assert.Equal(least, await pages.LeastMinutesAsync());

        await pages.PublishAsync(minutes: 30);
        await Assertions.Expect(pages.Heading).ToContainTextAsync(Form);
        await Assertions.Expect(pages.Main).ToContainTextAsync("The 12 scenarios, in order");
        await Assertions.Expect(pages.Main).ToContainTextAsync("30 minutes");
    }

    /// <summary>Step 2.</summary>
    private async Task<Device> ARecruiterInvitesAsync()
    {
        Device recruiter = await SignInAsync(Workplace.Recruiter);
        var pages = new CampaignPages(recruiter.Page);
        await pages.CreateAsync(Job, Form, "Europe/London", "hiring@example.test");

        IReadOnlyList<InvitedRow> one = await pages.InviteAsync(Candidate, Address);
        Assert.Equal(["Invited"], one.Select(r => r.Result));
        await pages.OpenAsync(Job);
        IReadOnlyList<InvitedRow> pasted = await pages.InviteRowsAsync(
            $"Name; E-mail\nBen Carter; ben@example.test\nAmélie F.; {Address.ToUpperInvariant()}\nNobody; nobody@nowhere@example\n; nameless@example.test");
        Assert.Equal(["Invited", "Already invited", "Not invited", "Not invited"], pasted.Select(r => r.Result));
        Assert.Equal(["2", "3", "4", "5"], pasted.Select(r => r.Number));
        Assert.StartsWith("This is no e-mail address", pasted[2].Why, StringComparison.Ordinal);
        Assert.Equal("The name is missing.", pasted[3].Why);
        await Untold.CheckAsync(recruiter.Page);
        await pages.OpenAsync(Job);
        byte[] spreadsheet = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("email\tname\r\nzoe@example.test\tZoë Żak\r\nben@example.test\tBen\r\n")];
        IReadOnlyList<InvitedRow> uploaded = await pages.InviteFileAsync("people.csv", spreadsheet);
        Assert.Equal([("Zoë Żak", "Invited"), ("Ben", "Already invited")], uploaded.Select(r => (r.Name, r.Result)));

        await pages.OpenAsync(Job);
        await Assertions.Expect(pages.Main).ToContainTextAsync("3 invitations");
        await Untold.CheckAsync(recruiter.Page);
        return recruiter;
    }

    private async Task<string> TheInvitationArrivesAsync(Device recruiter)
    {
        ReceivedMail message = await Mail.MailToAsync(Address, TimeSpan.FromSeconds(30));
        Assert.Equal($"Your assessment for {Job}", message.Subject);
        Assert.StartsWith($"Hello {Candidate},", message.Body, StringComparison.Ordinal);
        await Mail.MailToAsync("ben@example.test", TimeSpan.FromSeconds(30));
        await Mail.MailToAsync("zoe@example.test", TimeSpan.FromSeconds(30));
        Assert.Equal(3, Mail.Received().Count);

        var pages = new CampaignPages(recruiter.Page);
        Assert.Equal(message.Link, await pages.ReadMessageAsync(Address));
        await pages.OpenAsync(Job);
        await Assertions.Expect(pages.RowOf(Candidate)).ToContainTextAsync("Sent");
        return message.Link;
    }

    /// <summary>Step 3, first half: mail scanners open links, and that must use nothing up.</summary>
    private static async Task AMailScannerOpensTheLinkAsync(string link)
    {
        using var scanner = new HttpClient();
        for (int i = 0; i < 5; i++)
        {
            Assert.Contains("Start the assessment", await scanner.GetStringAsync(link), StringComparison.Ordinal);
        }
    }

    /// <summary>Steps 3 and 4: reads, practises, starts, rates three scenarios and a half, and closes the browser.</summary>
    private async Task<Place> ACandidateStartsOnAPhoneAsync(string link)
    {
        Device phone = await stage.DeviceAsync(Site.Url, Screen.Phone);
        var page = new LinkPage(phone.Page);
        await page.OpenAsync(link);
        foreach (string told in new[] { "What it measures", "30 minutes", "Who sees what, and for how long", "relies on your honesty", "If you need something different" })
        {
            await Assertions.Expect(page.Main).ToContainTextAsync(told);
        }

        await Pictures.TakeAsync(phone.Page, "link-phone");
        await page.PractiseAsync();
        ScenarioPage scenario = await page.StartAsync();
        await EachChoiceIsSavedOnceTheServerSaysSoAsync(phone.Page, scenario);
        for (int i = 2; i <= 4; i++)
        {
            await scenario.NextAsync($"Scenario {i} of 12");
            await scenario.RateAllAsync(i == 4 ? [2, 4] : [4, 1, 3, 2], untilSaved: true);
        }

        await Pictures.TakeAsync(phone.Page, "scenario-phone");
        var left = new Place(await scenario.Title.InnerTextAsync(), await scenario.DeadlineAsync(), await scenario.DeadlineTextAsync());
        await phone.CloseAsync();
        return left;
    }

    /// <summary>Holds every save back until the page has said that it is under way, and lets it through only then.</summary>
    private static async Task EachChoiceIsSavedOnceTheServerSaysSoAsync(IPage page, ScenarioPage scenario)
    {
        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/take/save", route => held.TrySetResult(route));
        for (int reply = 1; reply <= 4; reply++)
        {
            await scenario.RateAsync(reply, reply);
            IRoute save = await held.Task;
            await Assertions.Expect(scenario.SaveState).ToHaveTextAsync("Saving…");
            held = new TaskCompletionSource<IRoute>();
            await save.ContinueAsync();
            await Assertions.Expect(scenario.SaveState).ToHaveTextAsync(ScenarioPage.Saved);
        }

        await page.UnrouteAllAsync();
    }

    /// <summary>Step 4, second half: the same place, the same deadline, the choices; and step 6, the hand-in.</summary>
    private async Task TheCandidateFinishesOnAnotherDeviceAsync(string link, Place left)
    {
        Device desk = await stage.DeviceAsync(Site.Url);
        var page = new LinkPage(desk.Page);
        await page.OpenAsync(link);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Your assessment is running");
        ScenarioPage scenario = await page.ContinueAsync();
        await Assertions.Expect(scenario.Place).ToHaveTextAsync("Scenario 4 of 12");
        Assert.Equal(left.Title, await scenario.Title.InnerTextAsync());
        Assert.Equal([2, 4, 0, 0], await scenario.RatingsAsync());
        Assert.Equal(left.DeadlineText, await scenario.DeadlineTextAsync());
        Assert.Equal(left.Deadline, await scenario.DeadlineAsync(), TimeSpan.FromSeconds(3));

        await scenario.BackAsync("Scenario 3 of 12");
        Assert.Equal([4, 1, 3, 2], await scenario.RatingsAsync());
        for (int i = 4; i <= 12; i++)
        {
            await scenario.NextAsync($"Scenario {i} of 12");
            await scenario.RateAllAsync([4, 1, 2, 3], untilSaved: true);
        }

        await Pictures.TakeAsync(desk.Page, "scenario");
        ReviewPage review = await scenario.FinishAsync();
        await Assertions.Expect(review.Main).ToContainTextAsync("All 12 scenarios are complete.");
        await review.HandInAsync();
        await page.OpenAsync(link);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Handed in. Thank you");
        await Assertions.Expect(page.Main).ToContainTextAsync("48 of 48");
        await Pictures.TakeAsync(desk.Page, "receipt");
    }

    /// <summary>Step 7, first half. The candidate stands alone in the new campaign; the sample campaign has many to compare.</summary>
    private async Task TheRecruiterComparesAsync(Device recruiter)
    {
        var campaigns = new CampaignPages(recruiter.Page);
        var results = new ResultsPages(recruiter.Page);
        await campaigns.OpenAsync("Customer Care Advisor (sample)");
        await Untold.CheckAsync(recruiter.Page);
        await Pictures.TakeAsync(recruiter.Page, "campaign");
        await results.OpenAsync();
        IReadOnlyList<ComparedRow> before = await results.RowsAsync();
        Assert.Equal(before.OrderByDescending(r => r.Score).Select(r => r.Score), before.Select(r => r.Score));
        ComparedRow middle = before[before.Count / 2];
        await results.CompareWithAsync(middle.Name.Replace(" Simulated", "", StringComparison.Ordinal));
        double least = await results.LeastReliableDifferenceAsync();
        foreach (ComparedRow row in await results.RowsAsync())
        {
            // Scores are shown in whole points, so at the edge of the band the eye cannot tell.
            double difference = Math.Abs(row.Score - middle.Score);
            string[] expected = row.Name == middle.Name ? ["Selected row"]
                : difference >= least + 1 ? ["differs reliably"]
                : difference <= least - 1 ? ["does not differ reliably"]
                : ["differs reliably", "does not differ reliably"];
            Assert.Contains(expected, e => row.Against.StartsWith(e, StringComparison.Ordinal));
        }

        await Untold.CheckAsync(recruiter.Page);
        await Pictures.TakeAsync(recruiter.Page, "results");
        await campaigns.OpenAsync(Job);
        await results.OpenAsync();
        await results.WaitForScoreAsync(Candidate, 20 * Seconds);
        await results.CompareWithAsync(Candidate);
        await Untold.CheckAsync(recruiter.Page);
    }

    /// <summary>Step 7, second half: the report as a page and as PDF, with the same content.</summary>
    private static async Task TheRecruiterReadsTheReportAsync(Device recruiter)
    {
        var report = new ReportPages(recruiter.Page);
        await new ResultsPages(recruiter.Page).OpenReportAsync(Candidate);
        await Assertions.Expect(report.Heading).ToContainTextAsync(Candidate);
        await Assertions.Expect(report.Report).ToContainTextAsync("assumed");
        await Assertions.Expect(report.Report).ToContainTextAsync("95");
        await Untold.CheckAsync(recruiter.Page);

        string file = await report.DownloadPdfAsync(60 * Seconds);
        string pdf = await Pdf.TextAsync(file);
        Untold.Check("The PDF", pdf);
        string[] blocks = await report.BlocksAsync();
        Assert.True(blocks.Length > 20, string.Join('\n', blocks));
        // Line by line: what stands beside each other on paper may be read in another order.
        string[] lines = [.. blocks.SelectMany(b => b.Split('\n')).Where(l => !string.IsNullOrWhiteSpace(l))];
        Assert.All(lines, line => Assert.Contains(Squeezed(line), Squeezed(pdf), StringComparison.Ordinal));
        Assert.InRange(Squeezed(pdf).Length, 1, blocks.Sum(b => Squeezed(b).Length) * 1.25);
        if (Pictures.Wanted)
        {
            await Pdf.DrawAsync(file, Pictures.PathOf("report-pdf"));
        }
    }

    private async Task<Device> SignInAsync(string account)
    {
        Device device = await stage.DeviceAsync(Site.Url);
        await new SignInPage(device.Page).SignInAsync(account, Site.PasswordOf(account));
        return device;
    }

    /// <summary>Without spaces: lines break in other places on paper.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Where the candidate left off.</summary>
    private sealed record Place(string Title, DateTimeOffset Deadline, string DeadlineText);
}
