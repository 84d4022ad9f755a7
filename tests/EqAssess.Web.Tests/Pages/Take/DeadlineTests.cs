using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Jobs;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>A form of 20 minutes with 30 seconds of grace, started at nine.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Deadline = SiteFactory.Start.AddMinutes(20);

    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        candidate = await site.BeginAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Within_the_grace_a_save_that_was_under_way_counts()
    {
        site.Time.Instant = Deadline.AddSeconds(30);

        HttpResponseMessage answer = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 4).Fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["Started", "Presented", "Answered"], await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task After_the_grace_a_save_is_refused_and_only_the_expiry_that_is_due_is_written()
    {
        site.Time.Instant = Deadline.AddSeconds(30).AddMilliseconds(1);

        HttpResponseMessage answer = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 4).Fields);
        HttpResponseMessage again = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 4).Fields);

        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (answer.StatusCode, again.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Your time is up. What was saved before counts.", problem.RootElement.GetProperty("detail").GetString());
        Assert.Equal(410, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(["Started", "Presented", "Expired"], await site.KindsAsync(candidate.Attempt));
        Assert.Contains(typeof(ScoreAttempts), site.Jobs.Nudges);
    }

    [Fact]
    public async Task A_form_that_comes_too_late_leads_to_the_end_which_says_what_counts()
    {
        Shown second = await candidate.First.Form("Next").Rate("a", 4).Rate("b", 1).PressAsync();
        site.Time.Instant = Deadline.AddMinutes(2);

        Shown end = await second.Form("Next").RateAll(3).PressAsync();

        Assert.Equal(("/take/done", "Your time ended"), (end.Address, end.Heading));
        Assert.Contains("09:20 (Etc/UTC). 2 of 16 choices had reached us. What reached us counts.", end.Words);
    }

    [Theory]
    [InlineData("/take/1", 0)]
    [InlineData("/take/1", 31)]
    [InlineData("/take/review", 0)]
    [InlineData("/take/review", 31)]
    public async Task From_the_deadline_on_a_page_of_the_test_leads_to_the_end_and_writes_nothing(string address, int secondsLate)
    {
        site.Time.Instant = Deadline.AddSeconds(secondsLate);
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        Shown page = await candidate.Browser.OpenAsync(address);

        Assert.Equal(("/take/done", "Your time ended"), (page.Address, page.Heading));
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task The_link_of_a_test_whose_time_ended_shows_that_it_ended()
    {
        site.Time.Instant = Deadline.AddSeconds(10);
        Shown inTheGrace = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");
        site.Time.Instant = Deadline.AddDays(1);

        Shown later = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");

        Assert.Equal(("Your time ended", "Your time ended"), (inTheGrace.Heading, later.Heading));
        Assert.False(inTheGrace.Offers("Continue"));
    }

    [Fact]
    public async Task Handing_in_within_the_grace_counts_as_handed_in()
    {
        Shown overview = await candidate.Browser.OpenAsync("/take/review");
        site.Time.Instant = Deadline.AddSeconds(20);

        Shown end = await overview.Form("Hand in").PressAsync();

        Assert.Equal("Handed in. Thank you", end.Heading);
    }

    [Fact]
    public async Task Handing_in_after_the_grace_ends_with_what_was_saved_before()
    {
        Shown overview = await candidate.Browser.OpenAsync("/take/review");
        site.Time.Instant = Deadline.AddSeconds(31);

        Shown end = await overview.Form("Hand in").PressAsync();

        Assert.Equal("Your time ended", end.Heading);
        Assert.Equal(["Started", "Presented", "Expired"], await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task The_sweep_closes_a_test_that_nobody_looks_at()
    {
        site.Time.Instant = Deadline.AddSeconds(30);
        await site.RunAsync<CloseExpiredAttempts>();
        IReadOnlyList<string> within = await site.KindsAsync(candidate.Attempt);
        site.Time.Advance(TimeSpan.FromMilliseconds(1));

        await site.RunAsync<CloseExpiredAttempts>();

        Assert.DoesNotContain("Expired", within);
        Assert.Equal(["Started", "Presented", "Expired"], await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task The_clock_of_the_page_is_that_of_the_server()
    {
        site.Time.Instant = Deadline.AddSeconds(-61.2);
        Clock running = await ClockAsync();
        site.Time.Instant = Deadline;

        Clock ended = await ClockAsync();

        Assert.Equal((true, 62, false), (running.Open, running.SecondsLeft, running.OnBreak));
        Assert.Equal((false, 0, false), (ended.Open, ended.SecondsLeft, ended.OnBreak));
    }

    [Fact]
    public async Task The_clock_says_how_much_time_was_added_by_reason_and_stands_still_in_a_break()
    {
        Dictionary<string, int> before = (await ClockAsync()).Added;
        await AppendAsync((state, now) => AttemptRules.Extend(state, TimeSpan.FromSeconds(60), ExtensionReasons.Outage, now));
        await AppendAsync((state, now) => AttemptRules.Extend(state, TimeSpan.FromSeconds(90), ExtensionReasons.Outage, now));
        await AppendAsync((state, now) => AttemptRules.Accommodate(state, new GrantedTime(150, null, TimeSpan.FromMinutes(5), false), now));
        await AppendAsync((state, now) => AttemptRules.StartBreak(state, pause: null, now));
        site.Time.Advance(TimeSpan.FromMinutes(2));

        Clock rested = await ClockAsync();

        Assert.Equal(new Dictionary<string, int> { ["accommodation"] = 0 }, before);
        Assert.Equal(new Dictionary<string, int> { ["outage"] = 150, ["accommodation"] = 600 }, rested.Added);
        Assert.Equal((true, 1200 + 150 + 600, true), (rested.Open, rested.SecondsLeft, rested.OnBreak));
    }

    [Fact]
    public async Task An_untimed_test_has_no_seconds_left_and_says_so_where_the_end_would_stand()
    {
        await AppendAsync((state, now) => AttemptRules.Accommodate(state, new GrantedTime(100, now.AddDays(14), TimeSpan.Zero, false), now));

        Clock clock = await ClockAsync();
        Shown page = await candidate.Browser.OpenAsync("/take/1");

        Assert.Equal((true, (int?)null), (clock.Open, clock.SecondsLeft));
        Assert.Equal("Untimed", page.Document.QuerySelector("[data-ends]")!.TextContent);
        Assert.Equal("", page.Document.QuerySelector("[data-keeper]")!.GetAttribute("data-seconds") ?? "");
    }

    private async Task AppendAsync(Func<AttemptState, DateTimeOffset, Decision> decide) => await site.AskAsync(async (AttemptLedger ledger) =>
    {
        AttemptHead head = await ledger.HeadAsync(candidate.Attempt);
        var decision = (Decision.Accepted)decide(head.State, site.Time.Instant);
        return await ledger.AppendAsync(AttemptAppend.To(head).With(decision.Event, Guid.CreateVersion7(), Guid.CreateVersion7(), site.Time.Instant));
    });

    private async Task<Clock> ClockAsync() =>
        (await (await candidate.Browser.AskAsync(HttpMethod.Get, "/take/clock")).Content.ReadFromJsonAsync<Clock>())!;

    private sealed record Clock(bool Open, int? SecondsLeft, bool OnBreak, Dictionary<string, int> Added);
}
