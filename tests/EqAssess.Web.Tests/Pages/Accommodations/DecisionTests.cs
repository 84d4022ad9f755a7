using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Accommodations;

/// <summary>An officer decides; the candidate is told and has it from the start.</summary>
public sealed class DecisionTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;
    private Browser officer = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync()
    {
        adjusted = await AdjustedSite.StartAsync(("Mail:KeepCopies", "true"));
        officer = await Site.SignInAsync("Accommodations");
    }

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task A_granted_request_is_shown_told_and_there_from_the_first_entry_of_the_log()
    {
        (Browser browser, string token) = await adjusted.AskAsync("Amara", "Half as much again.", "More time", "Breaks");
        Shown request = await OpenAsync();
        Assert.Contains("Half as much again.", request.Words);

        Shown queue = await request.Form("Decide and tell the candidate").With("decision", "Granted").With("grant.time", "150").With("grant.breakMinutes", "10").PressAsync();
        await Site.RunAsync<SendMessages>();

        Assert.Contains("Decided: Amara is told by e-mail.", queue.Words);
        KeptMessage mail = await Site.ReadAsync(db => db.KeptMessages.SingleAsync(k => k.Subject == "Your request for an adjustment: Customer care advisor"));
        Assert.Contains("* 30 minutes, extended from 20", mail.Body);
        Assert.Contains("/t/", mail.Body);
        Shown link = await browser.OpenAsync($"/t/{token}");
        Assert.Contains("30 minutes, extended from 20with 10 minutes of breaks that stop the clock", link.Words);
        Assert.Contains("When you press Start, your time begins: 30 minutes.", link.Words);
        Candidate candidate = await Site.BeginAsync(token);
        Assert.Equal(["Started", "Accommodated", "Presented"], await Site.KindsAsync(candidate.Attempt));
        Assert.Equal(Site.Time.Instant.AddMinutes(30), (await adjusted.AttemptAsync(candidate.Attempt)).Deadline);
        Assert.Equal(
            [AuditService.AccommodationDecided, AuditService.AccommodationGranted],
            await Site.ReadAsync(db => db.AuditLog.Where(a => a.Act.StartsWith("accommodation")).Select(a => a.Act).Order().ToListAsync()));
    }

    [Fact]
    public async Task What_was_granted_holds_in_the_next_campaign_as_well()
    {
        await adjusted.AskAsync("Amara", "", "More time");
        await (await OpenAsync()).Form("Decide and tell the candidate").With("decision", "Granted").With("grant.time", "other").With("grant.percent", "125").PressAsync();

        Candidate later = await Site.BeginAsync(await Site.NewLinkAsync("Amara"));

        Assert.Equal(Site.Time.Instant.AddMinutes(25), (await adjusted.AttemptAsync(later.Attempt)).Deadline);
    }

    [Fact]
    public async Task A_refusal_needs_its_reason_and_leaves_the_person_as_they_were()
    {
        (Browser browser, string token) = await adjusted.AskAsync("Amara", "", "No time limit");
        Shown silent = await (await OpenAsync()).Form("Decide and tell the candidate").With("decision", "Refused").With("grant.time", "200").PressAsync();
        Assert.Equal([("answer", "Tell the candidate what was decided, and why.")], silent.Problems);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);

        await silent.Form("Decide and tell the candidate").With("decision", "Refused").With("answer", "Every test has a limit here; we can give twice the time.").PressAsync();

        Shown page = await browser.OpenAsync($"/t/{token}/adjustments");
        Assert.Contains("Your adjustment was not granted.", page.Words);
        Assert.Contains("we can give twice the time", page.Words);
        Assert.True(page.Offers("Send the request"));
        Assert.Equal(0, await Site.ReadAsync(db => db.Accommodations.CountAsync()));
    }

    [Theory]
    [InlineData("other", "401", "0")]
    [InlineData("other", "", "0")]
    [InlineData("137", "137", "0")]
    [InlineData("100", "100", "241")]
    public async Task What_cannot_be_granted_is_said_and_nothing_is_decided(string time, string percent, string breaks)
    {
        await adjusted.AskAsync("Amara", "", "More time");

        Shown page = await (await OpenAsync()).Form("Decide and tell the candidate").With("decision", "Granted").With("answer", "Yes.")
            .With("grant.time", time).With("grant.percent", percent).With("grant.breakMinutes", breaks).PressAsync();

        Assert.Equal("percent", Assert.Single(page.Problems).Field);
        Assert.Equal(RequestState.Open, (await adjusted.RequestAsync()).State);
    }

    [Fact]
    public async Task A_request_is_decided_once()
    {
        await adjusted.AskAsync("Amara", "", "More time");
        Shown request = await OpenAsync();
        await request.Form("Decide and tell the candidate").With("decision", "Granted").With("grant.time", "150").PressAsync();

        Shown second = await request.Form("Decide and tell the candidate").With("decision", "Refused").With("answer", "No.").PressAsync();

        Assert.Contains("was decided or taken back in the meantime", second.Words);
        Assert.Equal(RequestState.Granted, (await adjusted.RequestAsync()).State);
        Assert.Equal(150, await Site.ReadAsync(db => db.Accommodations.Select(a => a.Percent).SingleAsync()));
    }

    [Fact]
    public async Task The_overdue_request_stands_first_and_is_marked()
    {
        await adjusted.AskAsync("Amara", "", "More time");
        Site.Time.Advance(TimeSpan.FromDays(3));
        await adjusted.AskAsync("Bolin", "", "More time");
        Site.Time.Advance(TimeSpan.FromHours(20));

        // The officer's session of Monday is over.
        Shown queue = await (await Site.SignInAsync("Accommodations")).OpenAsync("/accommodations");

        string[] rows = [.. queue.Document.QuerySelectorAll("tbody tr").Select(r => Shown.Squeeze(r.TextContent))];
        Assert.Contains("Amara", rows[0]);
        Assert.Contains("overdue", rows[0]);
        Assert.DoesNotContain("overdue", rows[1]);
    }

    [Theory]
    [InlineData("Recruiter")]
    [InlineData("HrAdmin")]
    public async Task The_message_about_a_decision_is_on_nobody_elses_page(string role)
    {
        await adjusted.AskAsync("Amara", "", "More time");
        await (await OpenAsync()).Form("Decide and tell the candidate").With("decision", "Granted").With("grant.time", "150").PressAsync();
        await Site.RunAsync<SendMessages>();
        Guid mail = await Site.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.AdjustmentDecided).Select(m => m.Id).SingleAsync());
        Browser other = await Site.SignInAsync(role);

        Shown list = await other.OpenAsync("/messages");
        Shown letter = await other.OpenAsync($"/messages/{mail}");

        Assert.DoesNotContain("adjustment:", list.Words);
        Assert.DoesNotContain("extended from", letter.Words);
        Assert.Contains("Your request for an adjustment", (await officer.OpenAsync($"/messages/{mail}")).Words);
    }

    private async Task<Shown> OpenAsync() => await officer.OpenAsync($"/accommodations/requests/{(await adjusted.RequestAsync()).Id}");
}
