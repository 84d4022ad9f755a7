using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Requests;

/// <summary>A candidate asks that a person looks again, and a person answers.</summary>
public sealed class LookAgainTests : IAsyncLifetime
{
    private const string Ask = "Ask that a person looks again";

    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });
        candidate = await site.FinishAsync(await site.OpenCampaignAsync(), "Amara", 1, 2, 3, 4);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task From_the_question_to_the_answer()
    {
        Shown asked = await AskAsync("The fire alarm rang for a minute.");
        Browser psychologist = await site.SignInAsync("Psychologist");
        Shown overview = await psychologist.OpenAsync("/");
        Shown queue = await psychologist.OpenAsync("/requests");
        Shown one = await psychologist.OpenAsync(queue.Document.QuerySelector("td.open a")!.GetAttribute("href")!);
        await one.Form("Answer the candidate").With("outcome", "Done").Fill("What the candidate is told", "The alarm cost you a minute; your result stays.").PressAsync();
        await site.RunAsync<SendMessages>();
        Shown told = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");

        Assert.Contains("Your request is with us.", asked.Words);
        Assert.Contains("30 November 2026. Public holidays", asked.Words);
        Assert.Contains("Requests of candidates to answer: 1", overview.Words);
        Assert.Contains("Amara", queue.Words);
        Assert.Contains("The fire alarm rang for a minute.", one.Words);
        Assert.Contains("The alarm cost you a minute; your result stays.", told.Words);
        Assert.Contains("your request opened, psychologist", told.Words);
        KeptMessage mail = await site.ReadAsync(db => db.KeptMessages.SingleAsync(m => m.Subject.StartsWith("We have answered")));
        Assert.Equal("amara@example.test", mail.To);
        Assert.DoesNotContain("alarm", mail.Body);
        Assert.Contains("No open request.", (await psychologist.OpenAsync("/requests")).Words);
    }

    [Fact]
    public async Task What_is_overdue_says_so_from_the_day_after()
    {
        await AskAsync("Please look.");
        Browser psychologist = await site.SignInAsync("Psychologist");

        site.Time.Instant = new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.Zero);
        Shown inTime = await psychologist.OpenAsync("/requests");
        site.Time.Instant = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        Browser later = await site.SignInAsync("HrAdmin");
        Shown late = await later.OpenAsync("/requests");

        Assert.DoesNotContain("Overdue", inTime.Words);
        Assert.Contains("Overdue", late.Words);
    }

    [Fact]
    public async Task One_open_request_is_enough_and_one_answer_too()
    {
        Shown ask = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/look-again");
        await ask.Form("Send").With("text", "Please look.").PressAsync();
        Shown second = await ask.Form("Send").With("text", "Please look once more.").PressAsync();
        Assert.Contains("You have asked already, and your request is waiting for an answer.", second.Words);
        CandidateRequest request = await site.ReadAsync(db => db.CandidateRequests.SingleAsync());
        Browser psychologist = await site.SignInAsync("Psychologist");
        Shown page = await psychologist.OpenAsync($"/requests/{request.Id}");

        await page.Form("Answer the candidate").With("outcome", "Done").Fill("What the candidate is told", "First.").PressAsync();
        await page.Form("Answer the candidate").With("outcome", "Granted").Fill("What the candidate is told", "Second.").PressAsync();

        CandidateRequest answered = await site.ReadAsync(db => db.CandidateRequests.AsNoTracking().SingleAsync());
        Assert.Equal(("Please look.", "First.", RequestState.Done), (answered.Text, answered.Answer, answered.State));
        Assert.Equal(1, await site.ReadAsync(db => db.Messages.CountAsync(m => m.Kind == MessageKind.RequestAnswered)));
    }

    [Theory]
    [InlineData("", "Say in a few words what we should look at.")]
    [InlineData("   ", "Say in a few words what we should look at.")]
    [InlineData(null, "This is too long.")]
    public async Task A_request_needs_some_words_and_not_too_many(string? text, string problem)
    {
        Shown page = await AskAsync(text ?? new string('x', 4001));

        Assert.Contains(problem, page.Words);
        Assert.Equal(0, await site.ReadAsync(db => db.CandidateRequests.CountAsync()));
    }

    [Fact]
    public async Task Before_the_end_of_a_test_there_is_nothing_to_look_at()
    {
        string token = await site.NewLinkAsync("Bo");

        Shown data = await site.NewBrowser().OpenAsync($"/t/{token}/data");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{token}/look-again");

        Assert.DoesNotContain(Ask, data.Words);
        Assert.Equal("Before you start", page.Heading);
    }

    [Fact]
    public async Task An_answer_needs_an_outcome_and_words()
    {
        await AskAsync("Please look.");
        Guid request = await site.ReadAsync(db => db.CandidateRequests.Select(r => r.Id).SingleAsync());
        Shown page = await (await site.SignInAsync("Psychologist")).OpenAsync($"/requests/{request}");

        Shown again = await page.Form("Answer the candidate").PressAsync();

        Assert.Equal(["outcome", "answer"], again.Problems.Select(p => p.Field));
        Assert.Equal(RequestState.Open, await site.ReadAsync(db => db.CandidateRequests.Select(r => r.State).SingleAsync()));
    }

    private async Task<Shown> AskAsync(string text)
    {
        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/look-again");
        return await page.Form("Send").With("text", text).PressAsync();
    }
}
