using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing.Databases;
using EqAssess.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Faults;

/// <summary>The server process is killed, or stands still; who was at a test has the time back.</summary>
[OnSqliteOnly]
public sealed class AwayTests
{
    /// <summary>Seconds; a longer time is an outage of its own.</summary>
    private const int MostBetweenBeats = 4;

    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(7);

    /// <summary>So long the process stands still too: without its time back the test would be over.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task A_server_that_was_killed_gives_back_the_time_until_it_is_there_again()
    {
        await using FaultySite site = await FaultySite.StartAsync(outage: MostBetweenBeats);
        (_, Guid attempt, _) = await site.BeginAsync();
        (string token, Guid other) = await site.RunningAsync(left: TimeSpan.FromSeconds(40));
        DateTimeOffset killed = TimeProvider.System.GetUtcNow();
        await site.Server.KillAsync();
        await Task.Delay(Gone);

        await site.StartAgainAsync();

        TimeSpan away = TimeProvider.System.GetUtcNow() - killed;
        await using EqAssessDb db = site.OpenDatabase();
        List<double> outages = [.. (await db.Outages.ToListAsync()).Select(o => (o.EndedAt - o.BeganAt).TotalSeconds)];
        Assert.InRange(outages.Max(), Gone.TotalSeconds, away.TotalSeconds + MostBetweenBeats);

        // A machine that is busy with other things may have had another; a test that began after the last sign of life lost less of it.
        Assert.All((Guid[])[attempt, other], a => Assert.InRange(GivenBack(db, a), Gone.TotalSeconds, outages.Sum(Math.Ceiling)));
        Browser browser = site.NewBrowser();
        Shown again = await (await browser.OpenAsync($"/t/{token}")).Form("Continue").PressAsync();
        Assert.Contains("more, because the assessment could not be reached", again.Words);
        Assert.Equal("/take", again.Address);
    }

    [Fact]
    public async Task A_process_that_stood_still_gives_the_time_back_before_it_answers_anybody()
    {
        await using FaultySite site = await FaultySite.StartAsync(outage: MostBetweenBeats);
        (string token, Guid attempt) = await site.RunningAsync(Left);
        Browser browser = site.NewBrowser();
        await (await browser.OpenAsync($"/t/{token}")).Form("Continue").PressAsync();

        await site.Server.PauseAsync();
        await Task.Delay(Left);
        Task<Shown> asked = browser.OpenAsync("/take");
        await site.Server.ResumeAsync();

        Shown page = await asked;
        Assert.Equal("/take", page.Address);
        Assert.Contains("more, because the assessment could not be reached", page.Words);
        await using EqAssessDb db = site.OpenDatabase();
        Assert.True(GivenBack(db, attempt) >= Left.TotalSeconds);
    }

    private static double GivenBack(EqAssessDb db, Guid attempt)
    {
        var log = new EqAssess.Data.Ledgers.AttemptLog(attempt, [.. db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence)]);
        return ((AttemptState.InProgress)log.State).GivenBack.TotalSeconds;
    }
}
