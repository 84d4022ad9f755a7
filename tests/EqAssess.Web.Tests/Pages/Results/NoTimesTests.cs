using System.Text.RegularExpressions;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Two people give the same ratings: one in three minutes, one with extra time until the last minute. No page may tell them apart.</summary>
public sealed partial class NoTimesTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Candidate quick = null!;
    private Candidate slow = null!;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        site.Time.Instant = SiteFactory.Start.AddHours(4).AddMinutes(37).AddSeconds(11);
        quick = await TakeAsync("Amara", TimeSpan.Zero, TimeSpan.FromMinutes(3));
        site.Time.Instant = SiteFactory.Start.AddHours(7).AddMinutes(41).AddSeconds(13);
        slow = await TakeAsync("Bolin", TimeSpan.FromMinutes(27), TimeSpan.FromMinutes(46));
        await site.RunAsync<ScoreAttempts>();
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Pages_with_results_hold_no_clock_time_no_duration_no_limit_and_no_adjustment()
    {
        foreach (Shown page in await PagesAsync())
        {
            string seen = Token().Replace(page.Document.DocumentElement.OuterHtml, "…");
            Assert.DoesNotMatch(ClockTime(), seen);
            Assert.DoesNotMatch(Duration(), seen);
            Assert.DoesNotMatch(Adjustment(), seen);
        }
    }

    [Fact]
    public async Task Who_was_quick_and_who_had_extra_time_cannot_be_told_apart()
    {
        Shown results = (await PagesAsync())[0];
        Shown list = (await PagesAsync())[1];

        foreach (Shown page in (Shown[])[results, list])
        {
            string[] rows = [.. page.Document.QuerySelectorAll("tbody tr").Select(r => Ids().Replace(r.OuterHtml, "id").Replace("Bolin", "Amara").Replace("bolin", "amara"))];
            Assert.Equal(2, rows.Length);
            Assert.Equal(rows[0], rows[1]);
        }
    }

    /// <summary>An id of version 7 begins with the millisecond in which it was made (RFC 9562, 5.7).</summary>
    [Fact]
    public async Task The_ids_in_those_pages_do_not_tell_when_a_test_was_started_or_ended()
    {
        List<Guid> made = await site.ReadAsync(async db => (List<Guid>)
        [
            .. await db.Attempts.Select(a => a.Id).ToListAsync(),
            .. await db.ScoreRuns.Select(r => r.Id).ToListAsync(),
            .. await db.AttemptLog.Select(e => e.EntryId).ToListAsync(),
            .. await db.AttemptLog.Select(e => e.WriterId).ToListAsync(),
        ]);

        foreach (Shown page in await PagesAsync())
        {
            Guid[] shown = [.. Ids().Matches(page.Html).Select(m => Guid.Parse(m.Value)).Intersect(made)];
            Assert.All(shown, id => Assert.NotEqual(7, id.Version));
        }

        Assert.Contains(quick.Attempt, made);
        Assert.Contains(slow.Attempt, made);
    }

    private async Task<IReadOnlyList<Shown>> PagesAsync()
    {
        List<Guid> runs = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Id).ToListAsync());
        List<Guid> invited = await site.ReadAsync(db => db.Invitations.Select(i => i.Id).ToListAsync());
        IEnumerable<string> cases = invited.Select(i => $"/campaigns/{campaign}/results/{i}").Append($"/campaigns/{campaign}/compare?{string.Join('&', invited.Select(i => $"c={i}"))}");
        List<Shown> pages = [await recruiter.OpenAsync($"/campaigns/{campaign}/results"), await recruiter.OpenAsync($"/campaigns/{campaign}")];
        foreach (string address in runs.Select(run => $"/reports/{run}").Append("/campaigns").Append("/").Concat(cases))
        {
            pages.Add(await recruiter.OpenAsync(address));
        }

        Assert.All(pages, p => Assert.Equal(System.Net.HttpStatusCode.OK, p.Status));
        return pages;
    }

    private async Task<Candidate> TakeAsync(string name, TimeSpan extra, TimeSpan takes)
    {
        Candidate candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign, name)));
        if (extra > TimeSpan.Zero)
        {
            await ExtendAsync(candidate.Attempt, extra);
        }

        Shown page = await candidate.Browser.OpenAsync("/take/1");
        for (int i = 0; i < 4; i++)
        {
            page = await page.Form("Next").RateAll(3).PressAsync();
        }

        site.Time.Advance(takes);
        page = await page.Form("Hand in").PressAsync();
        Assert.Equal("Handed in. Thank you", page.Heading);
        return candidate;
    }

    private async Task ExtendAsync(Guid attempt, TimeSpan by) => await site.AskAsync(async (AttemptLedger ledger) =>
    {
        AttemptHead head = await ledger.HeadAsync(attempt);
        var decision = (Decision.Accepted)AttemptRules.Extend(head.State, by, "dyslexia", site.Time.Instant);
        return await ledger.AppendAsync(AttemptAppend.To(head).With(decision.Event, Guid.CreateVersion7(), Guid.CreateVersion7(), site.Time.Instant));
    });

    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b|\d\dT\d\d")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\b\d+\s*(min|minutes?|s|seconds?|h|hours?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex("dyslexia|extra time|extension|extended|adjust|accommodat|time limit|timed out|expired", RegexOptions.IgnoreCase)]
    private static partial Regex Adjustment();

    /// <summary>The token of a form, into which chance writes a "9h".</summary>
    [GeneratedRegex("CfDJ8[0-9A-Za-z_-]+")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
