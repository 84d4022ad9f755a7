using EqAssess.Data.Databases;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Tests.Services;

/// <summary>Servers whose machines' clocks differ: one clock is shared where there is one, and where there is none the difference is said.</summary>
public sealed class DifferingClocksTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Theory]
    [OnEachEngine]
    public async Task A_server_takes_the_clock_of_the_database_for_its_own_where_that_has_one(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        var wrong = new HandSetTime(DateTimeOffset.UtcNow.AddMinutes(5));
        var clock = new SteadyClock(wrong, NullLogger<SteadyClock>.Instance);

        await site.DoAsync(async (IServiceScopeFactory scopes) =>
            await new SharedClock(scopes, clock, Options.Create(new DatabaseOptions { Engine = engine })).AdoptAsync());

        Assert.Equal(engine == "Sqlite" ? 300 : 0, (clock.GetUtcNow() - DateTimeOffset.UtcNow).TotalSeconds, 5d);
        Assert.Equal(engine == "Sqlite", await site.ReadAsync(db => DatabaseEngine.Get(engine).NowAsync(db, CancellationToken.None)) is null);
    }

    [Fact]
    public async Task Both_servers_say_that_their_clocks_differ_until_they_agree_again()
    {
        await using TestSite behind = await TestSite.CreateAsync();
        var fast = new HandSetTime(TestSite.Start.AddMinutes(5));
        await using TestSite ahead = behind.AddNode(fast);

        await BeatsAsync(behind, ahead, fast, times: 4);

        Assert.Equal("ok\nclock: at least 295 s behind another server on this database", await HealthAsync(behind));
        Assert.Equal("ok\nclock: at least 295 s ahead of another server on this database", await HealthAsync(ahead));
        fast.Instant = behind.Time.Instant;
        await BeatsAsync(behind, ahead, fast, times: 3, goingOn: true);
        Assert.Equal(("ok", "ok"), (await HealthAsync(behind), await HealthAsync(ahead)));
    }

    [Fact]
    public async Task Servers_whose_clocks_differ_by_less_than_two_seconds_say_nothing_and_neither_does_one_whose_other_has_ended()
    {
        await using TestSite one = await TestSite.CreateAsync();
        var other = new HandSetTime(TestSite.Start.AddSeconds(1.5));
        await using TestSite two = one.AddNode(other);
        await BeatsAsync(one, two, other, times: 4);

        Assert.Equal(("ok", "ok"), (await HealthAsync(one), await HealthAsync(two)));
        for (int i = 0; i < 20; i++)
        {
            one.Time.Advance(TimeSpan.FromSeconds(5));
            await one.BeatAsync(First, since: 5);
        }

        Assert.Equal("ok", await HealthAsync(one));
    }

    [Fact]
    public async Task A_difference_below_the_length_of_an_outage_invents_none_and_moves_no_deadline()
    {
        await using Sitting sitting = await Sitting.BeginAsync(ChosenEngine.Name);
        var fast = new HandSetTime(TestSite.Start.AddSeconds(14));
        await using TestSite ahead = sitting.Site.AddNode(fast);

        await BeatsAsync(sitting.Site, ahead, fast, times: 10);

        Assert.Empty(await sitting.Site.ReadAsync(db => db.Outages.ToListAsync()));
        Assert.Equal(TestSite.Start.AddMinutes(20), await sitting.Site.ReadAsync(db => db.Attempts.Select(a => a.Deadline).SingleAsync()));
    }

    private static async Task BeatsAsync(TestSite one, TestSite two, HandSetTime timeOfTwo, int times, bool goingOn = false)
    {
        for (int i = 0; i < times; i++)
        {
            await one.BeatAsync(First, since: i == 0 && !goingOn ? null : 5);
            await two.BeatAsync(Second, since: i == 0 && !goingOn ? null : 5);
            one.Time.Advance(TimeSpan.FromSeconds(5));
            timeOfTwo.Advance(TimeSpan.FromSeconds(5));
        }
    }

    private static Task<string?> HealthAsync(TestSite site) => site.AskAsync((IServiceProvider services) => Task.FromResult(
        Pipeline.Health(services.GetRequiredService<StorageState>(), services.GetRequiredService<SteadyClock>(), services.GetRequiredService<OtherClocks>())
            is ContentHttpResult answer ? answer.ResponseContent : null));
}
