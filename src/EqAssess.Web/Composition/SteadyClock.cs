using System.Globalization;

namespace EqAssess.Web.Composition;

/// <summary>
/// The wall clock as it was at the start of the process, carried on by the monotonic clock. Somebody who sets the machine's clock moves no
/// deadline of a running test. Small differences, as clocks drift apart, are followed at one in 1,000, so that this clock never jumps and
/// never runs backwards; a step is not followed: it stands in the log, on the page of jobs and in the answer about health until the wall
/// clock is right again or the process starts anew. Where servers share a database that has a clock, that one is the wall clock.
/// </summary>
public sealed partial class SteadyClock : TimeProvider
{
    private const double FastestCorrection = 0.001;

    /// <summary>A difference of so much between two looks is a step; a smaller one is drift.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private readonly TimeProvider machine;
    private readonly ILogger<SteadyClock> logger;
    private readonly Lock gate = new();
    private Reading from;
    private double rate;
    private TimeSpan stepped;
    private TimeSpan ahead;

    public SteadyClock(TimeProvider machine, ILogger<SteadyClock> logger)
    {
        this.machine = machine;
        this.logger = logger;
        from = new Reading(machine.GetTimestamp(), machine.GetUtcNow());
    }

    /// <summary>By how much the wall clock was set since the start of the process; zero when it was not.</summary>
    public TimeSpan Stepped
    {
        get
        {
            lock (gate)
            {
                return stepped;
            }
        }
    }

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <summary>One line for people and machines that watch the server; null when the clock was not set.</summary>
    public string? Line => Stepped is var by && by == TimeSpan.Zero ? null
        : string.Create(CultureInfo.InvariantCulture, $"clock: set by {by.TotalSeconds:+0;-0} s while the server ran; tests go on by the clock as it was");

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return At(machine.GetTimestamp());
        }
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes another clock for the wall clock from now on. It may jump: not while anybody is served.</summary>
    public void Adopt(DateTimeOffset shared)
    {
        lock (gate)
        {
            ahead = machine.GetUtcNow() - shared;
            from = new Reading(machine.GetTimestamp(), shared);
            (rate, stepped) = (0, TimeSpan.Zero);
            if (ahead.Duration() >= Step)
            {
                Log.Adopted(logger, ahead.TotalSeconds);
            }
        }
    }

    /// <summary>Compares with the wall clock. To be called every few seconds.</summary>
    /// <param name="shared">What the clock shows that all servers go by; null where there is none, or it is not known now.</param>
    public void Look(DateTimeOffset? shared = null)
    {
        lock (gate)
        {
            long timestamp = machine.GetTimestamp();
            DateTimeOffset steady = At(timestamp);
            DateTimeOffset wall = machine.GetUtcNow();
            ahead = shared is { } known ? wall - known : ahead;
            TimeSpan drift = wall - ahead - steady - stepped;
            if (drift.Duration() >= Step)
            {
                Log.Stepped(logger, drift.TotalSeconds);
                stepped += drift;
                stepped = stepped.Duration() < Step ? TimeSpan.Zero : stepped;
                drift = TimeSpan.Zero;
            }

            double seconds = machine.GetElapsedTime(from.Timestamp, timestamp).TotalSeconds;
            rate = seconds > 0 ? Math.Clamp(drift.TotalSeconds / seconds, -FastestCorrection, FastestCorrection) : 0;
            from = new Reading(timestamp, steady);
        }
    }

    private DateTimeOffset At(long timestamp)
    {
        TimeSpan passed = machine.GetElapsedTime(from.Timestamp, timestamp);
        return from.Wall + passed + (passed * rate);
    }

    private sealed record Reading(long Timestamp, DateTimeOffset Wall);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The machine's clock was set by {Seconds:0.0} s. Tests go on by the clock as it was; restart the server to take the new time.")]
        public static partial void Stepped(ILogger logger, double seconds);

        [LoggerMessage(LogLevel.Warning, "The machine's clock is {Seconds:0.0} s ahead of the database's (negative: behind). Tests go by the database's, as on every server.")]
        public static partial void Adopted(ILogger logger, double seconds);
    }
}
