using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Who somebody was is erased when the candidates were told it would be; what happened stays, and names nobody.</summary>
public sealed class RetentionServiceTests
{
    /// <summary>The sample campaign's last day is 3 December 2026, UTC, and it keeps names for six months.</summary>
    private static readonly DateTimeOffset Erased = new(2027, 6, 3, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [OnEachEngine]
    public async Task Names_go_on_the_promised_day_and_not_a_millisecond_before(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        Guid attempt = await site.BeginAttemptAsync(sample.Campaign);
        await site.AskAsync((AttemptService s) => s.SubmitAsync(attempt, Guid.CreateVersion7(), Guid.CreateVersion7()));
        await site.RunAsync<ScoreAttempts>();

        int before = await RunAtAsync(site, Erased.AddMilliseconds(-1));
        CandidateRow kept = await site.ReadAsync(db => db.Candidates.SingleAsync());
        int onTheDay = await RunAtAsync(site, Erased);
        int again = await RunAtAsync(site, Erased.AddDays(1));

        Assert.Equal((0, 1, 0), (before, onTheDay, again));
        Assert.Equal(("amara", "amara@example.test"), (kept.Name, kept.Email));
        CandidateRow erased = await site.ReadAsync(db => db.Candidates.SingleAsync());
        Assert.Equal(("", "", Erased), (erased.Name, erased.Email, erased.ErasedAt));
        Assert.DoesNotContain("AMARA", erased.NormalizedEmail, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.InvitationLinks.CountAsync()));
        Assert.Equal(1, await site.ReadAsync(db => db.ScoreRuns.CountAsync()));
        Assert.Null((await site.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(attempt))).FirstBroken());
    }

    [Fact]
    public async Task Somebody_with_a_later_campaign_is_kept_until_that_is_over_too()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.InviteAsync(sample.Campaign, "amara");
        await site.InviteAsync(sample.Campaign, "bo");
        await site.InviteAsync(await site.OpenAsync(sample.Form, lastDay: 40), "amara");

        int first = await RunAtAsync(site, Erased);
        string[] left = await site.ReadAsync(db => db.Candidates.Where(c => c.ErasedAt == null).Select(c => c.Name).ToArrayAsync());
        int second = await RunAtAsync(site, Erased.AddDays(31));

        Assert.Equal((1, 1), (first, second));
        Assert.Equal(["amara"], left);
    }

    [Fact]
    public async Task Somebody_who_was_erased_can_be_invited_as_a_new_person()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await site.InviteAsync(sample.Campaign, "amara");
        await RunAtAsync(site, Erased);

        await site.InviteAsync(await site.OpenAsync(sample.Form), "amara");

        Assert.Equal(["", "amara"], await site.ReadAsync(db => db.Candidates.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync()));
    }

    private static async Task<int> RunAtAsync(TestSite site, DateTimeOffset now)
    {
        site.Time.Instant = now;
        return await site.RunAsync<ApplyRetention>();
    }
}
