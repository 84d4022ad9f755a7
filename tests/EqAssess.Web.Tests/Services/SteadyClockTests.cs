using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EqAssess.Web.Tests.Services;

/// <summary>A wall clock and a monotonic clock, each set by hand: the first may be set, the second only runs.</summary>
public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly TwoClocks machine = new(Nine);
    private readonly Pages.CapturedLog log = new();
    private readonly SteadyClock steady;

    public SteadyClockTests() => steady = new SteadyClock(machine, LoggerFactory.Create(b => b.AddProvider(log)).CreateLogger<SteadyClock>());

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(2.5)]
    [InlineData(-86_400_000)]
    public void A_wall_clock_that_is_set_moves_nothing_and_is_said(double by)
    {
        Run(600);
        machine.SetWall(by);
        Run(600);

        Assert.Equal(Nine.AddSeconds(1200), steady.GetUtcNow());
        Assert.Equal(by, steady.Stepped.TotalSeconds, 0.01);
        Assert.Single(log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("set by", StringComparison.Ordinal));
        Assert.Contains(by > 0 ? "+" : "-", steady.Line!, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_the_wall_clock_is_right_again_nothing_is_said_any_more()
    {
        machine.SetWall(3600);
        Run(60);
        machine.SetWall(-3600);
        Run(60);

        Assert.Equal(TimeSpan.Zero, steady.Stepped);
        Assert.Null(steady.Line);
        Assert.Equal(Nine.AddSeconds(120), steady.GetUtcNow());
    }

    [Fact]
    public void The_answer_about_health_has_a_line_about_a_clock_that_was_set_and_503_while_nothing_can_be_stored()
    {
        var storage = new StorageState(machine, LoggerFactory.Create(b => b.AddProvider(log)).CreateLogger<StorageState>());
        Assert.Equal((200, "ok"), Health(storage));
        machine.SetWall(3600);
        Run(5);
        Assert.Equal((200, "ok\nclock: set by +3600 s while the server ran; tests go on by the clock as it was"), Health(storage));

        storage.Failed(new InvalidOperationException("No room."));

        Assert.Equal(503, Health(storage).Status);
        Run(61);
        Assert.Equal(200, Health(storage).Status);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1.5)]
    public void A_small_difference_is_followed_slowly_and_never_backwards(double by)
    {
        machine.SetWall(by);
        DateTimeOffset before = steady.GetUtcNow();
        for (int i = 0; i < 3_000; i++)
        {
            Run(1);
            DateTimeOffset now = steady.GetUtcNow();
            Assert.InRange((now - before).TotalSeconds, 0.9985, 1.0015);
            before = now;
        }

        Assert.Equal(machine.GetUtcNow().ToUnixTimeMilliseconds(), steady.GetUtcNow().ToUnixTimeMilliseconds(), 10d);
        Assert.Null(steady.Line);
        Assert.DoesNotContain(log.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_that_runs_a_little_fast_is_followed_for_good()
    {
        for (int i = 0; i < 10_000; i++)
        {
            machine.SetWall(0.0005);
            Run(5);
        }

        Assert.InRange((machine.GetUtcNow() - steady.GetUtcNow()).TotalSeconds, 0, 0.01);
        Assert.Null(steady.Line);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(-300)]
    public void A_machine_whose_clock_is_wrong_goes_by_the_clock_that_all_servers_share(double wrong)
    {
        DateTimeOffset shared = Nine.AddSeconds(-wrong);

        steady.Adopt(shared);
        for (int i = 0; i < 100; i++)
        {
            machine.Run(5);
            shared = shared.AddSeconds(5);
            steady.Look(i % 2 == 0 ? shared : null);
        }

        machine.SetWall(3600);
        steady.Look(shared);
        Assert.Equal(shared, steady.GetUtcNow());
        Assert.Null(steady.Line);
        Assert.Single(log.Lines, l => l.Contains("of the database's", StringComparison.Ordinal));
    }

    private (int? Status, string? Text) Health(StorageState storage) =>
        Pipeline.Health(storage, steady, new OtherClocks(LoggerFactory.Create(b => b.AddProvider(log)).CreateLogger<OtherClocks>())) is ContentHttpResult answer ? (answer.StatusCode, answer.ResponseContent) : default;

    /// <summary>Lets both clocks run, with a look every five seconds as the server has it.</summary>
    private void Run(double seconds)
    {
        for (double passed = 0; passed < seconds; passed += 5)
        {
            machine.Run(Math.Min(5, seconds - passed));
            steady.Look();
        }
    }

    private sealed class TwoClocks(DateTimeOffset wall) : TimeProvider
    {
        private DateTimeOffset wall = wall;
        private long monotonic;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => wall;

        public override long GetTimestamp() => monotonic;

        public void Run(double seconds)
        {
            monotonic += TimeSpan.FromSeconds(seconds).Ticks;
            wall += TimeSpan.FromSeconds(seconds);
        }

        public void SetWall(double by) => wall += TimeSpan.FromSeconds(by);
    }
}
