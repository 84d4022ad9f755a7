using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Faults;

/// <summary>The server process is killed, or stands still; who was at a test has the time back.</summary>
public sealed class AwayTests
{
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(7);

    /// <summary>So long the process stands still too: without its time back the test would be over.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task A_server_that_was_killed_gives_back_the_time_until_it_is_there_again()
    {
        await using FaultySite site = await FaultySite.StartAsync();
        (_, Guid attempt, _) = await site.BeginAsync();
        (string token, Guid other) = await site.RunningAsync(left: TimeSpan.FromSeconds(40));
        DateTimeOffset killed = TimeProvider.System.GetUtcNow();
        await site.Server.KillAsync();
        await Task.Delay(Gone);

        await site.StartAgainAsync();

        TimeSpan away = TimeProvider.System.GetUtcNow() - killed;
        await using EqAssessDb db = site.OpenDatabase();
        Outage outage = await db.Outages.SingleAsync();
        TimeSpan lasted = outage.EndedAt - outage.BeganAt;
        Assert.InRange(lasted, Gone, away + TimeSpan.FromSeconds(1.5));
        Assert.All((Guid[])[attempt, other], a => Assert.Equal(Math.Ceiling(lasted.TotalSeconds), GivenBack(db, a)));
        Browser browser = site.NewBrowser();
        Shown again = await (await browser.OpenAsync($"/t/{token}")).Form("Continue").PressAsync();
        Assert.Contains("more, because the assessment could not be reached", again.Words);
        Assert.Equal("/take", again.Address);
    }

    [Fact]
    public async Task A_process_that_stood_still_gives_the_time_back_before_it_answers_anybody()
    {
        await using FaultySite site = await FaultySite.StartAsync();
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
        Assert.InRange(GivenBack(db, attempt), (int)Left.TotalSeconds, (int)Left.TotalSeconds + 10);
    }

    private static double GivenBack(EqAssessDb db, Guid attempt)
    {
        var log = new EqAssess.Data.Ledgers.AttemptLog(attempt, [.. db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt).OrderBy(e => e.Sequence)]);
        return ((AttemptState.InProgress)log.State).GivenBack.TotalSeconds;
    }
}
