using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>A candidate sees, and takes along, what is held about them.</summary>
public sealed class OwnDataTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync(with: c => c with { Country = "GB", GivesFeedback = true });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_holds_answers_by_number_the_score_with_its_error_and_who_looked()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await (await site.SignInAsync("Recruiter")).OpenAsync($"/campaigns/{campaign}/results");
        Shown psychologist = await (await site.SignInAsync("Psychologist")).OpenAsync($"/reports/{await RunAsync()}");

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");

        Assert.Equal(HttpStatusCode.OK, psychologist.Status);
        Assert.Contains("amara@example.test", page.Words);
        IElement first = page.Document.QuerySelectorAll("tbody tr")[0];
        Assert.Equal("1. The parcel that is late", first.QuerySelector("th")!.TextContent);
        Assert.Equal(["Reply 1: 1 – Very ineffective", "Reply 2: 1 – Very ineffective", "Reply 3: 1 – Very ineffective", "Reply 4: 1 – Very ineffective"], first.QuerySelectorAll("li").Select(l => l.TextContent));
        Assert.Matches(@"\d+ of 100\. Standard error 7\.6 points, assumed before there are data", page.Words);
        Assert.Contains("with key draft-1. This key is a draft that no panel has confirmed.", page.Words);
        Assert.Contains("your report opened, psychologist", page.Words);
        Assert.Contains("list of results opened, recruiter", page.Words);
        Assert.DoesNotContain("Colleague", page.Words);
        Assert.DoesNotContain("Nobody came, again", page.Words);
        Assert.DoesNotContain("First reply.", page.Words);
    }

    [Fact]
    public async Task Somebody_who_is_known_under_two_addresses_is_told_so_and_not_which()
    {
        Candidate amara = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.FinishAsync(campaign, "Bo", 1, 2, 3, 4);
        await site.ReadAsync(async db =>
        {
            Guid kept = await db.Candidates.Where(c => c.Name == "Amara").Select(c => c.Id).SingleAsync();
            return await db.Candidates.Where(c => c.Name == "Bo").ExecuteUpdateAsync(s => s.SetProperty(c => c.MergedIntoId, kept));
        });

        Shown page = await site.NewBrowser().OpenAsync($"/t/{amara.Token}/data");

        Assert.Contains("We have joined this record with another address of yours", page.Words);
        Assert.DoesNotContain("bo@example.test", page.Words);
    }

    [Fact]
    public async Task What_staff_decided_wrote_and_said_stands_on_the_page_and_in_the_download_without_their_names()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        Guid invitation = await site.ReadAsync(db => db.Attempts.Select(a => a.InvitationId).SingleAsync());
        await site.ReadAsync(db =>
        {
            (Guid staff, DateTimeOffset at) = (Guid.NewGuid(), SiteFactory.Start);
            db.Decisions.Add(new DecisionRow { InvitationId = invitation, Number = 1, Outcome = DecisionOutcome.Reject, StaffId = staff, DecidedAt = at, ScoreRunId = null });
            db.DecisionReasons.Add(new DecisionReason { InvitationId = invitation, Number = 1, Text = "Another person knows the product." });
            db.CaseNotes.Add(new CaseNote { Id = Guid.CreateVersion7(), InvitationId = invitation, StaffId = staff, Text = "Asked good questions.", WrittenAt = at });
            db.Interviews.Add(new InterviewRow { InvitationId = invitation, StaffId = staff, TookPart = true, GivenAt = at });
            db.InterviewScores.Add(new InterviewScore { InvitationId = invitation, StaffId = staff, Domain = "listen", Score = 4 });
            return db.SaveChangesAsync();
        });

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");
        HttpResponseMessage answer = await site.NewBrowser().AskAsync(HttpMethod.Get, $"/t/{candidate.Token}/data?handler=Json");
        JsonElement own = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("case");

        foreach (string told in (string[])["Not going on", "Another person knows the product.", "Asked good questions.", "Title of listen 4 of 5"])
        {
            Assert.Contains(told, page.Words, StringComparison.Ordinal);
        }

        Assert.Equal("Reject", own.GetProperty("decisions")[0].GetProperty("outcome").GetString());
        Assert.Equal(4, own.GetProperty("interviews")[0].GetProperty("scores").GetProperty("Title of listen").GetInt32());
    }

    [Fact]
    public async Task The_download_has_the_documented_shape_and_neither_texts_nor_key()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        await site.AskLookAgainAsync("Amara");

        HttpResponseMessage answer = await site.NewBrowser().AskAsync(HttpMethod.Get, $"/t/{candidate.Token}/data?handler=Json");
        string text = await answer.Content.ReadAsStringAsync();
        JsonElement data = JsonDocument.Parse(text).RootElement;

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(
            ["format", "madeAt", "organisation", "person", "campaign", "attempt", "answers", "scoresDisclosed", "scores", "looks", "messages", "adjustments", "requests", "monitoring", "case", "outcomes"],
            data.EnumerateObject().Select(p => p.Name));
        Assert.Equal("eqassess-own-data/1", data.GetProperty("format").GetString());
        JsonElement answered = data.GetProperty("answers")[0];
        Assert.Equal(["number", "title", "shownAt", "answeredAt", "changes", "choices", "written", "format"], answered.EnumerateObject().Select(p => p.Name));
        Assert.Equal(4, answered.GetProperty("choices").GetArrayLength());
        Assert.Equal("1", answered.GetProperty("choices")[0].GetProperty("value").GetString());
        JsonElement score = data.GetProperty("scores")[0];
        Assert.Equal(
            ["scoredAt", "percent", "standardError", "errorIsAssumed", "keyVersion", "keyStatus", "domains", "qualityFlags"],
            score.EnumerateObject().Select(p => p.Name));
        Assert.Equal("The bell rang twice.", data.GetProperty("requests")[0].GetProperty("text").GetString());
        Assert.All(["Nobody came", "First reply", "effectiveness", "rationale", "Colleague"], secret => Assert.DoesNotContain(secret, text));
    }

    [Fact]
    public async Task Options_are_numbered_as_the_candidate_saw_them()
    {
        Guid form = await site.FormAsync();
        await site.ReadAsync(async db =>
        {
            foreach (FormItemRow item in db.FormItems.Where(i => i.FormVersionId == form))
            {
                db.Entry(item).Property(i => i.OptionOrder).CurrentValue = "d,c,b,a";
            }

            return await db.SaveChangesAsync();
        });
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
        await candidate.First.Form("Next").Rate("d", 4).Rate("a", 1).PressAsync();

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");

        Assert.Equal(["Reply 1: 4 – Very effective", "Reply 4: 1 – Very ineffective"], page.Document.QuerySelectorAll("tbody li").Select(l => l.TextContent));
    }

    [Fact]
    public async Task Reading_changes_nothing_and_works_before_the_start_and_after_the_campaign()
    {
        string token = await site.LinkAsync(await site.InviteAsync(campaign));
        Candidate finished = await site.FinishAsync(campaign, "Bo", 1, 2, 3, 4);
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        Shown early = await site.NewBrowser().OpenAsync($"/t/{token}/data");
        site.Time.Instant += TimeSpan.FromDays(40);
        Shown late = await site.NewBrowser().OpenAsync($"/t/{token}/data");
        Shown full = await site.NewBrowser().OpenAsync($"/t/{finished.Token}/data");

        Assert.All([early, late, full], page => Assert.Equal((HttpStatusCode.OK, "Your data and your rights"), (page.Status, page.Heading)));
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task While_the_test_runs_the_titles_of_what_is_to_come_are_not_told()
    {
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
        await candidate.First.Form("Next").RateAll(2).PressAsync();

        Shown running = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");
        HttpResponseMessage file = await site.NewBrowser().AskAsync(HttpMethod.Get, $"/t/{candidate.Token}/data?handler=Json");
        await (await candidate.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();
        Shown closed = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");

        Assert.Equal(["1.", "2."], NumbersIn(running));
        Assert.Equal(2, JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty("answers").GetArrayLength());
        Assert.Equal(["1.", "2.", "3.", "4."], NumbersIn(closed));
    }

    [Fact]
    public async Task Somebody_elses_link_shows_nothing_of_it()
    {
        await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        string other = await site.LinkAsync(await site.InviteAsync(campaign, "Bo"));

        Shown page = await site.NewBrowser().OpenAsync($"/t/{other}/data");
        Shown unknown = await site.NewBrowser().OpenAsync("/t/nobody-knows-this-token/data");

        Assert.DoesNotContain("Amara", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("We do not know this link", unknown.Heading);
    }

    [Fact]
    public async Task After_hand_in_the_session_gets_a_link_to_its_data()
    {
        Candidate candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        Shown done = await candidate.Browser.OpenAsync("/take/done");

        Shown data = await done.Form("Your data and your rights").PressAsync();

        Assert.Matches(@"^/t/[\w-]{43}/data$", data.Address);
        Assert.Contains("amara@example.test", data.Words);
    }

    private static IEnumerable<string> NumbersIn(Shown page) => page.Document.QuerySelectorAll("tbody th[scope=row]").Select(t => t.TextContent[..2]);

    private Task<Guid> RunAsync() => site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).SingleAsync());
}

/// <summary>An installation that does not disclose scores says so, and whom to ask.</summary>
public sealed class UndisclosedScoresTests
{
    [Fact]
    public async Task Scores_stand_neither_on_the_page_nor_in_the_download()
    {
        await using SiteFactory site = await SiteFactory.StartAsync(
            new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Candidates:DiscloseScores"] = "false" } });
        Candidate candidate = await site.FinishAsync(await site.OpenCampaignAsync(), "Amara", 1, 2, 3, 4);

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");
        HttpResponseMessage file = await site.NewBrowser().AskAsync(HttpMethod.Get, $"/t/{candidate.Token}/data?handler=Json");

        Assert.Contains("Scores are not shown on this page. To ask for yours, write to hiring@example.test", page.Words);
        Assert.DoesNotContain("of 100", page.Words);
        Assert.Contains("\"scores\": []", await file.Content.ReadAsStringAsync());
    }
}
