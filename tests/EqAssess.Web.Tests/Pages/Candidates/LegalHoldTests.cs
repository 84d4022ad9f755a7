using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Candidates;

/// <summary>While a hold stands nothing goes: not by retention, not at the candidate's wish, not by an HR admin.</summary>
public sealed class LegalHoldTests : IAsyncLifetime
{
    private static readonly DateTimeOffset RetentionIsOver = new(2027, 6, 4, 0, 0, 0, TimeSpan.Zero);

    private SiteFactory site = null!;
    private PersonOfSite person = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:KeepCopies"] = "true" } });
        person = await PersonOfSite.AddAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hold_of_the_campaign_or_the_person_stops_every_erasure_until_it_is_lifted(bool ofCampaign)
    {
        await PressAsync(ofCampaign, "Set the hold", "Case 12 of the tribunal");

        Shown own = await site.NewBrowser().OpenAsync($"/t/{person.Candidate.Token}/erase");
        Shown asked = await own.Form("Ask for erasure").Fill("Your e-mail address, to confirm", PersonOfSite.Address).PressAsync();
        Shown hr = await (await site.SignInAsync("HrAdmin")).OpenAsync($"/candidates/{person.Id}");
        bool byService = await site.AskAsync((ErasureService erasure) => erasure.EraseAsync(person.Id, null, CancellationToken.None));
        await RetainAsync();

        Assert.Contains("A person decides within a month", asked.Words);
        Assert.Contains("Not before a legal hold is lifted", asked.Words);
        Assert.False(hr.Offers("Erase for good"));
        Assert.False(byService);
        Assert.Equal(person.Traces, await person.LeftInAsync(site));

        await PressAsync(ofCampaign, "Lift the hold", "The case is settled");
        await RetainAsync();

        Assert.Empty(await person.LeftInAsync(site));
    }

    [Fact]
    public async Task Setting_and_lifting_are_noted_with_who_and_the_reasons_stand_on_the_page()
    {
        await PressAsync(ofCampaign: true, "Set the hold", "Case 12 of the tribunal");
        Shown page = await PressAsync(ofCampaign: true, "Lift the hold", "The case is settled");

        Assert.Contains("Set on 23/11/2026: Case 12 of the tribunal Lifted on 23/11/2026: The case is settled", page.Words);
        List<AuditEntry> noted = await site.ReadAsync(db => db.AuditLog.Where(e => e.Subject == person.Campaign && e.Act.StartsWith("hold-")).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([AuditService.HoldSet, AuditService.HoldLifted], noted.Select(e => e.Act));
        Assert.All(noted, e => Assert.NotNull(e.Actor));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_hold_needs_a_reason(string reason)
    {
        Shown page = await PressAsync(ofCampaign: true, "Set the hold", reason);

        Assert.Equal("reason", page.Problems.Single().Field);
        Assert.Null(await site.ReadAsync(db => db.Campaigns.Select(c => c.HeldSince).SingleAsync()));
    }

    [Fact]
    public async Task Setting_twice_is_one_hold()
    {
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync($"/campaigns/{person.Campaign}/hold");
        await page.Form("Set the hold").Fill("Why it is set", "One").PressAsync();
        await page.Form("Set the hold").Fill("Why it is set", "Two").PressAsync();

        Assert.Equal(["One"], await site.ReadAsync(db => db.LegalHolds.Where(h => h.CampaignId != null).Select(h => h.Reason).ToListAsync()));
    }

    [Fact]
    public async Task Recruiters_neither_hold_nor_erase()
    {
        Browser recruiter = await site.SignInAsync("Recruiter");

        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.OpenAsync($"/campaigns/{person.Campaign}/hold")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.OpenAsync($"/candidates/{person.Id}")).Status);
        Assert.DoesNotContain($"/candidates/{person.Id}", (await recruiter.OpenAsync($"/campaigns/{person.Campaign}")).Html);
    }

    private async Task<Shown> PressAsync(bool ofCampaign, string button, string reason)
    {
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync(ofCampaign ? $"/campaigns/{person.Campaign}/hold" : $"/candidates/{person.Id}");
        return await page.Form(button).With("reason", reason).PressAsync();
    }

    /// <summary>What the hourly job does once the day of erasure has come.</summary>
    private async Task RetainAsync()
    {
        DateTimeOffset now = site.Time.Instant;
        site.Time.Instant = RetentionIsOver;
        await site.RunAsync<ApplyRetention>();
        site.Time.Instant = now;
    }
}
