using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;

namespace EqAssess.Web.Composition;

/// <summary>
/// Whether the clocks of the other servers on this database agree with this one's. A server that is ahead would end tests early: it says so
/// in the log and in the answer about health.
/// </summary>
public sealed partial class OtherClocks(ILogger<OtherClocks> logger)
{
    /// <summary>Looks without a new sign of another after which there is none any more.</summary>
    private const int Silent = 12;

    private readonly Lock gate = new();
    private Dictionary<Guid, DateTimeOffset> seen = [];
    private TimeSpan ahead;
    private int silence;

    /// <summary>One line for people and machines that watch the server; null while the clocks agree, and where there is no other server.</summary>
    public string? Line
    {
        get
        {
            lock (gate)
            {
                return ahead == TimeSpan.Zero ? null : string.Create(
                    CultureInfo.InvariantCulture, $"clock: at least {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} another server on this database");
            }
        }
    }

    /// <param name="others">Signs of life of other processes, as they stand in the database.</param>
    /// <param name="sinceOwn">Since this process's own last sign; null at its first, which compares nothing: which others are alive is not known yet.</param>
    public void Look(IReadOnlyList<Heartbeat> others, DateTimeOffset now, TimeSpan? sinceOwn)
    {
        lock (gate)
        {
            List<DateTimeOffset> given = [.. others.Where(o => !seen.TryGetValue(o.ProcessId, out DateTimeOffset before) || before != o.BeatAt).Select(o => o.BeatAt)];
            seen = others.ToDictionary(o => o.ProcessId, o => o.BeatAt);
            silence = given.Count > 0 ? 0 : silence + 1;
            if (sinceOwn is TimeSpan since && (given.Count > 0 || silence > Silent))
            {
                Note(given.Select(sign => ClockRules.Ahead(sign, now, since)).OrderByDescending(d => d.Duration()).FirstOrDefault());
            }
        }
    }

    private void Note(TimeSpan found)
    {
        if (found != TimeSpan.Zero && (found - ahead).Duration() > ClockRules.MayDiffer + ClockRules.MayDiffer)
        {
            Log.Differs(logger, found.TotalSeconds);
        }

        ahead = found;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The clock of this server is {Seconds:0.0} s ahead of another's on the same database (negative: behind). Set the machines' clocks right and restart the server whose clock was wrong.")]
        public static partial void Differs(ILogger logger, double seconds);
    }
}
