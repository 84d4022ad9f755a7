using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Services;

/// <summary>Signs of life, the gaps between them, and the time that comes back. Processes are played by their ids.</summary>
public sealed class OutageServiceTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Theory]
    [OnEachEngine]
    public async Task The_time_between_the_last_sign_of_a_process_and_the_first_of_the_next_comes_back(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(2));

        await sitting.Site.RestartAsync(Second);

        Assert.Equal(new AttemptEvent.TimeExtended(TestSite.Start.AddMinutes(2), 120, ExtensionReasons.Outage), (await sitting.LogAsync()).Events[^1]);
        Outage outage = await sitting.Site.ReadAsync(db => db.Outages.SingleAsync());
        Assert.Equal((TestSite.Start, TestSite.Start.AddMinutes(2)), (outage.BeganAt, outage.EndedAt));
        Assert.NotNull(outage.CompensatedAt);
        Assert.Equal(TestSite.Start.AddMinutes(22), await sitting.Site.ReadAsync(db => db.Attempts.Select(a => a.Deadline).SingleAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task An_attempt_whose_deadline_fell_into_the_outage_is_not_closed_by_the_sweep_that_follows(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(18));
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromHours(3));

        await sitting.Site.RestartAsync(Second);
        int closed = await sitting.Site.RunAsync<CloseExpiredAttempts>();
        sitting.Site.Time.Advance(TimeSpan.FromSeconds(119));
        AttemptOutcome late = await sitting.PostAsync(0, "a=4");

        Assert.Equal(0, closed);
        Assert.IsType<AttemptOutcome.Done>(late);
        Assert.Equal(1, late.Attempt.SecondsLeft);
    }

    [Theory]
    [OnEachEngine]
    public async Task Processes_that_come_back_at_once_write_one_outage_and_give_its_time_once(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(2));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sitting.Site.RestartAsync(Guid.CreateVersion7())));
        await sitting.Site.RestartAsync(Second);

        Assert.Equal(1, await sitting.Site.ReadAsync(db => db.Outages.CountAsync()));
        Assert.Equal(["Started", "TimeExtended"], (await sitting.LogAsync()).Entries.Select(e => e.Kind));
        Assert.Null((await sitting.LogAsync()).FirstBroken());
    }

    [Theory]
    [OnEachEngine]
    public async Task A_server_that_ends_halfway_through_giving_back_goes_on_at_its_next_start_and_gives_nothing_twice(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        Guid other = await sitting.Site.BeginAttemptAsync(sitting.Sample.Campaign, "bo");
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(2));
        await sitting.Site.BeatAsync(Second);
        Outage outage = await sitting.Site.ReadAsync(db => db.Outages.AsNoTracking().SingleAsync());
        await sitting.Site.AskAsync((AttemptService s) => s.GiveBackAsync(other, outage));

        sitting.Site.Time.Advance(TimeSpan.FromMinutes(1));
        await sitting.Site.RestartAsync(Guid.CreateVersion7());

        List<AttemptLogEntry> given = await sitting.Site.ReadAsync(db => db.AttemptLog.AsNoTracking().Where(e => e.Kind == "TimeExtended").ToListAsync());
        Assert.Equal([2, 2], given.GroupBy(e => e.AttemptId).Select(g => g.Count()));
        Assert.All(
            await sitting.Site.ReadAsync(db => db.Attempts.ToListAsync()), a => Assert.Equal(TestSite.Start.AddMinutes(23), a.Deadline));
    }

    [Theory]
    [OnEachEngine]
    public async Task While_one_of_two_servers_is_alive_there_is_no_outage(string engine)
    {
        await using Sitting sitting = await Sitting.BeginAsync(engine);
        await sitting.Site.BeatAsync(First);
        for (int i = 0; i < 12; i++)
        {
            sitting.Site.Time.Advance(TimeSpan.FromSeconds(10));
            await sitting.Site.BeatAsync(Second, since: i == 0 ? null : 10);
        }

        await sitting.Site.BeatAsync(First, since: 120);

        Assert.Empty(await sitting.Site.ReadAsync(db => db.Outages.ToListAsync()));
    }

    [Fact]
    public async Task A_process_that_could_not_write_for_a_while_has_had_an_outage()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromSeconds(40));

        await sitting.Site.BeatAsync(First, since: 40);

        Assert.Equal(TimeSpan.FromSeconds(40), await sitting.Site.ReadAsync(async db => (await db.Outages.SingleAsync()) is var o ? o.EndedAt - o.BeganAt : default));
    }

    [Fact]
    public async Task A_wall_clock_that_was_set_while_the_process_ran_is_no_outage()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromHours(1));

        await sitting.Site.BeatAsync(First, since: 5);

        Assert.Empty(await sitting.Site.ReadAsync(db => db.Outages.ToListAsync()));
    }

    [Fact]
    public async Task A_clock_set_back_between_two_starts_hides_no_later_outage()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(10));
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(-8));
        await sitting.Site.RestartAsync(Second);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(3));

        await sitting.Site.RestartAsync(Guid.CreateVersion7());

        Assert.Equal(180d, ((AttemptState.InProgress)(await sitting.LogAsync()).State).GivenBack.TotalSeconds);
    }

    [Fact]
    public async Task Two_servers_whose_clocks_differ_by_more_than_an_outage_see_none_while_both_are_alive()
    {
        await using TestSite site = await TestSite.CreateAsync();
        for (int i = 0; i < 10; i++)
        {
            await site.BeatAsync(First, since: i == 0 ? null : 5);
            site.Time.Advance(TimeSpan.FromSeconds(40));
            await site.BeatAsync(Second, since: i == 0 ? 0 : 5);
            site.Time.Advance(TimeSpan.FromSeconds(-35));
        }

        Assert.Empty(await site.ReadAsync(db => db.Outages.ToListAsync()));
    }

    [Fact]
    public async Task Short_gaps_and_the_first_start_of_all_are_no_outages_and_old_signs_of_life_go()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.BeatAsync(First);
        site.Time.Advance(TimeSpan.FromSeconds(15));
        await site.BeatAsync(Second);
        Assert.Empty(await site.ReadAsync(db => db.Outages.ToListAsync()));
        site.Time.Advance(TimeSpan.FromDays(2));

        await site.BeatAsync(Second, since: 172_800);

        Assert.Equal([Second], await site.ReadAsync(db => db.Heartbeats.Select(h => h.ProcessId).ToListAsync()));
    }

    [Fact]
    public async Task One_log_that_cannot_be_read_keeps_no_other_attempt_from_its_time()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        Guid other = await sitting.Site.BeginAttemptAsync(sitting.Sample.Campaign, "bo");
        await sitting.Site.BreakLogAsync(sitting.Attempt, sitting.Page);
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(2));

        await sitting.Site.RestartAsync(Second);

        Assert.Equal([other], await sitting.Site.ReadAsync(db => db.AttemptLog.Where(e => e.Kind == "TimeExtended").Select(e => e.AttemptId).ToListAsync()));
        Assert.NotNull((await sitting.Site.ReadAsync(db => db.Outages.SingleAsync())).CompensatedAt);
    }

    [Fact]
    public async Task A_page_that_was_open_through_the_outage_is_not_behind_and_saves_on()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        await sitting.PresentAsync(0);
        int known = (await sitting.LogAsync()).LastSequence;
        await sitting.Site.BeatAsync(First);
        sitting.Site.Time.Advance(TimeSpan.FromMinutes(2));
        await sitting.Site.RestartAsync(Second);

        AttemptOutcome saved = await sitting.PostAsync(0, "a=4", known);

        Assert.IsType<AttemptOutcome.Done>(saved);
        Assert.Null(saved.Attempt.Untold);
        Assert.Equal("a=4", await sitting.ResponseToAsync(0));
    }
}

internal static class PlayedProcesses
{
    /// <param name="since">Seconds since the process's own last sign of life; null for its first.</param>
    public static Task BeatAsync(this TestSite site, Guid process, double? since = null) =>
        site.DoAsync((OutageService s) => s.BeatAsync(new Alive(process, TimeSpan.Zero, since is null ? null : TimeSpan.FromSeconds(since.Value))));

    /// <summary>What a process does before it listens.</summary>
    public static async Task RestartAsync(this TestSite site, Guid process)
    {
        await site.BeatAsync(process);
        await site.DoAsync((LostTime s) => s.CompensateAsync());
    }

    public static Task BreakLogAsync(this TestSite site, Guid attempt, Guid writer) => site.DoAsync(async (EqAssessDb db) =>
    {
        db.AttemptLog.Add(new AttemptLogEntry
        {
            AttemptId = attempt, Sequence = 2, EntryId = Guid.CreateVersion7(), WriterId = writer, RecordedAt = site.Time.Instant,
            Kind = "Started", Payload = "{}", PreviousHash = "", Hash = "",
        });
        await db.SaveChangesAsync();
    });
}
