using System.Net;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>Whoever is erased is gone, down to the bytes on the disk; what they chose stays and names nobody.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() =>
        site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Nothing_that_names_the_person_is_left_in_the_bytes_of_the_database_or_its_log()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        Assert.Equal(person.Traces, await person.LeftInAsync(site));

        Shown page = await EraseAsync(person);

        Assert.Contains("Erased. The audit log says so, without a name.", page.Words);
        Assert.Empty(await person.LeftInAsync(site));
    }

    [Fact]
    public async Task Record_choices_and_score_stay_for_the_statistics_and_the_audit_log_tells_of_the_erasure()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        IReadOnlyList<AttemptLogEntry> before = await site.LogOfAsync(person.Candidate.Attempt);

        await EraseAsync(person);

        AttemptLog log = await site.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(person.Candidate.Attempt));
        Assert.Equal(before.Select(e => e.Hash), log.Entries.Select(e => e.Hash));
        Assert.Null(log.FirstBroken());
        Assert.Equal(1, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Equal(DecisionOutcome.Reserve, (await site.ReadAsync(db => db.Decisions.SingleAsync())).Outcome);
        Assert.Equal((0, 0), (await site.ReadAsync(db => db.Interviews.CountAsync()), await site.ReadAsync(db => db.InterviewScores.CountAsync())));
        AuditEntry noted = await site.ReadAsync(db => db.AuditLog.SingleAsync(e => e.Act == AuditService.PersonErased));
        Assert.Equal(person.Id, noted.Subject);
        Assert.NotNull(noted.Actor);
    }

    [Fact]
    public async Task Without_the_persons_address_typed_in_nobody_is_erased()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync($"/candidates/{person.Id}");

        Shown again = await page.Form("Erase for good").Fill("Type the person's e-mail address", "somebody@example.test").PressAsync();
        Shown empty = await page.Form("Erase for good").PressAsync();

        Assert.All([again, empty], p => Assert.Equal(("address", "This is not the person's address. Nothing was erased."), p.Problems.Single()));
        Assert.Equal(person.Traces, await person.LeftInAsync(site));
    }

    [Fact]
    public async Task Retention_leaves_nothing_in_the_bytes_either()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        site.Time.Instant = new DateTimeOffset(2027, 6, 3, 0, 0, 0, TimeSpan.Zero);

        await site.RunAsync<ApplyRetention>();

        Assert.Empty(await person.LeftInAsync(site));
    }

    [Fact]
    public async Task A_test_that_runs_ends_and_writes_nothing_more()
    {
        Candidate running = await site.BeginAsync(name: "Amara");
        Guid id = await site.ReadAsync(db => db.Candidates.Select(c => c.Id).SingleAsync());

        Assert.True(await site.AskAsync((ErasureService erasure) => erasure.EraseAsync(id, null, CancellationToken.None)));
        Shown after = await running.First.Form("Next").RateAll(2).PressAsync();
        site.Time.Instant += TimeSpan.FromDays(1);
        await site.RunAsync<CloseExpiredAttempts>();
        await site.RunAsync<SendMessages>();

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal("Withdrawn", (await site.KindsAsync(running.Attempt))[^1]);
        Assert.Equal((0, 0), (await site.ReadAsync(db => db.Receipts.CountAsync()), await site.ReadAsync(db => db.KeptMessages.CountAsync())));
    }

    [Fact]
    public async Task A_candidate_erases_themselves_at_once_where_nothing_is_in_the_way()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site);
        Shown page = await site.NewBrowser().OpenAsync($"/t/{person.Candidate.Token}/erase");

        Shown wrong = await page.Form("Erase my data now").Fill("Your e-mail address, to confirm", "else@example.test").PressAsync();
        Shown done = await page.Form("Erase my data now").Fill("Your e-mail address, to confirm", $" {PersonOfSite.Address.ToUpperInvariant()} ").PressAsync();
        Shown link = await site.NewBrowser().OpenAsync($"/t/{person.Candidate.Token}");

        Assert.Contains("Nothing was erased.", wrong.Words);
        Assert.Equal("Your data are erased", done.Heading);
        Assert.Empty(await person.LeftInAsync(site));
        Assert.Equal(HttpStatusCode.NotFound, link.Status);
    }

    [Fact]
    public async Task Where_a_law_obliges_to_keep_applications_a_person_decides()
    {
        PersonOfSite person = await PersonOfSite.AddAsync(site, country: "US");
        Shown page = await site.NewBrowser().OpenAsync($"/t/{person.Candidate.Token}/erase");

        Shown asked = await page.Form("Ask for erasure").Fill("Your e-mail address, to confirm", PersonOfSite.Address).PressAsync();
        Shown hr = await (await site.SignInAsync("HrAdmin")).OpenAsync("/requests");

        Assert.Contains("A person decides within a month", asked.Words);
        Assert.Contains("23 December 2026. Public holidays", asked.Words);
        Assert.Contains("Erase somebody's data", hr.Words);
        Assert.Equal(person.Traces, await person.LeftInAsync(site));
        await EraseAsync(person);
        Assert.Empty(await person.LeftInAsync(site));
        Assert.DoesNotContain(await site.ReadAsync(db => db.CandidateRequests.ToListAsync()), r => r.State == RequestState.Open || r.Text is not null);
    }

    private async Task<Shown> EraseAsync(PersonOfSite person)
    {
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync($"/candidates/{person.Id}");
        return await page.Form("Erase for good").Fill("Type the person's e-mail address", PersonOfSite.Address).PressAsync();
    }
}
