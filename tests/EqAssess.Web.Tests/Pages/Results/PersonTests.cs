using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>The page of one person: read, then decide; notes, interviews and requests beside it.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Guid amara;
    private Candidate candidate = null!;
    private Browser recruiter = null!;

    private string Address => DeskOfSite.CaseOf(campaign, amara);

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync(with: c => c with { Blind = true });
        candidate = await site.FinishAsync(campaign, "Amara", 1, 2, 3, 4);
        amara = await site.InvitationOfAsync("Amara");
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_form_leads_to_the_report_first_and_then_takes_the_decision()
    {
        int messages = await site.ReadAsync(db => db.Messages.CountAsync());
        Shown before = await recruiter.OpenAsync(Address);
        Shown decided = await recruiter.DecideAsync(site, campaign, amara, "Shortlist", "Two strong answers.");

        Assert.False(before.Offers("Record the decision"));
        Assert.True(before.Offers("Open the report"));
        Assert.Contains("The decision is on record. Nobody is told by it.", decided.Words);
        Assert.Contains("Shortlisted Two strong answers. Colleague Recruiter", decided.Words);
        Assert.Equal(messages, await site.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Before_the_decision_neither_name_nor_address_stands_on_any_page_and_after_it_both_do()
    {
        Guid run = await site.RunOfAsync(amara);
        string[] pages = [Address, $"/campaigns/{campaign}/results", $"/reports/{run}"];

        foreach (string page in pages)
        {
            Assert.DoesNotContain("amara", (await recruiter.OpenAsync(page)).Html, StringComparison.OrdinalIgnoreCase);
        }

        await recruiter.DecideAsync(site, campaign, amara, "Reserve");

        Assert.Contains("amara@example.test", (await recruiter.OpenAsync(Address)).Words);
        foreach (string page in pages)
        {
            Assert.Contains("Amara", (await recruiter.OpenAsync(page)).Html, StringComparison.Ordinal);
        }

        Assert.Contains("Amara", (await recruiter.OpenAsync($"/campaigns/{campaign}")).Words);
    }

    [Fact]
    public async Task Whoever_asks_for_the_name_says_why_and_the_candidate_can_read_that_somebody_asked()
    {
        Shown page = await recruiter.OpenAsync(Address);

        Shown without = await page.Form("Show it to me").PressAsync();
        Shown shown = await page.Form("Show it to me").Fill("Why do you need the name now?", "Books a room.").PressAsync();
        Shown own = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/data");

        Assert.Equal("why", Assert.Single(without.Problems).Field);
        Assert.StartsWith("Amara", shown.Heading, StringComparison.Ordinal);
        Assert.Contains("asked for your name before a decision, recruiter", own.Words);
    }

    [Fact]
    public async Task A_decision_is_changed_by_a_further_entry()
    {
        await recruiter.DecideAsync(site, campaign, amara, "Reject", "Too early.");

        Shown changed = await recruiter.DecideAsync(site, campaign, amara, "Reserve", "A second place is free.");

        Assert.Contains("Reserve A second place is free.", changed.Words);
        Assert.Contains("Rejected Too early.", changed.Words);
        Assert.Equal([1, 2], await site.ReadAsync(db => db.Decisions.OrderBy(d => d.Number).Select(d => d.Number).ToListAsync()));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_sees_who_decided_what_and_keeps_what_was_typed()
    {
        Browser other = await site.SignInAsync("HrAdmin");
        await other.OpenAsync($"/reports/{await site.RunOfAsync(amara)}");
        Shown open = await other.OpenAsync(Address);
        await recruiter.DecideAsync(site, campaign, amara, "Shortlist");

        Shown late = await open.Form("Record the decision").With("outcome", "Reject").Fill("Reason", "Not enough calm.").PressAsync();
        Shown again = await late.Form("Record the decision").PressAsync();

        Assert.Contains("Colleague Recruiter has recorded in the meantime: Shortlisted.", Assert.Single(late.Problems).Text);
        Assert.Contains("Not enough calm.", late.Html, StringComparison.Ordinal);
        Assert.Contains("Rejected Not enough calm. Colleague HrAdmin", again.Words);
    }

    [Theory]
    [InlineData(null, "Reason.", "outcome")]
    [InlineData("Reopened", "Reason.", "outcome")]
    [InlineData("Anything", "Reason.", "outcome")]
    [InlineData("Reject", " ", "reason")]
    public async Task Without_an_outcome_or_a_reason_nothing_is_recorded(string? outcome, string reason, string field)
    {
        await recruiter.OpenAsync($"/reports/{await site.RunOfAsync(amara)}");
        FilledForm form = (await recruiter.OpenAsync(Address)).Form("Record the decision").Fill("Reason", reason);

        Shown page = await (outcome is null ? form : form.With("outcome", outcome)).PressAsync();

        Assert.Equal(field, Assert.Single(page.Problems).Field);
        Assert.Equal(0, await site.ReadAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task A_request_to_look_again_is_answered_here()
    {
        await site.AskLookAgainAsync("Amara", "The bell rang twice.");
        Shown list = await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        Shown page = await recruiter.OpenAsync(Address);

        Shown empty = await page.Form("Answer the candidate").PressAsync();
        Shown done = await page.Form("Answer the candidate").With("answered", "Done").Fill("What the candidate is told", "The bell cost no time.").PressAsync();

        Assert.Contains("Asks for a second look, answer by", list.Words);
        Assert.Contains("The bell rang twice.", page.Words);
        Assert.Equal("answered", Assert.Single(empty.Problems).Field);
        Assert.Contains("The candidate gets a message that the answer is there.", done.Words);
        Assert.Equal(RequestState.Done, await site.ReadAsync(db => db.CandidateRequests.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Notes_are_kept_with_who_wrote_them_and_need_words()
    {
        Shown page = await recruiter.OpenAsync(Address);

        Shown kept = await page.Form("Keep the note").Fill("Write a note", "Asked for a late start.").PressAsync();
        Shown empty = await page.Form("Keep the note").Fill("Write a note", "  ").PressAsync();

        Assert.Contains("Asked for a late start. Colleague Recruiter", kept.Words);
        Assert.Equal("note", Assert.Single(empty.Problems).Field);
        Assert.Equal(1, await site.ReadAsync(db => db.CaseNotes.CountAsync()));
    }

    [Fact]
    public async Task Who_only_reads_is_offered_no_form_and_who_is_not_there_has_no_page()
    {
        Shown auditor = await (await site.SignInAsync("Auditor")).OpenAsync(Address);
        Shown unknown = await recruiter.OpenAsync(DeskOfSite.CaseOf(campaign, Guid.CreateVersion7()));
        Guid elsewhere = await site.OpenCampaignAsync();
        Shown stranger = await recruiter.OpenAsync(DeskOfSite.CaseOf(elsewhere, amara));
        await site.AskAsync(async (Withdrawals w) =>
        {
            await w.WithdrawAsync(amara);
            return 0;
        });
        Shown withdrew = await recruiter.OpenAsync(Address);

        Assert.Empty(auditor.Document.QuerySelectorAll("main form"));
        Assert.All([unknown, stranger, withdrew], p => Assert.Equal(HttpStatusCode.NotFound, p.Status));
    }
}
