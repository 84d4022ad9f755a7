using System.Security.Cryptography;
using System.Text;
using static EqAssess.Domain.Attempts.AttemptState;

namespace EqAssess.Domain.Attempts;

/// <summary>
/// What an outage took from an attempt, and how it comes back. An outage is a time in which no server could save anything. The candidate
/// has as much time left at its end as at its beginning: every later instant of the attempt moves by the part of the outage in which the
/// clock ran, the deadline that fell into the outage as well (moving it only to the outage's end would give back time that had passed
/// before anybody could use it), and the grace of saves that were under way.
/// </summary>
public static class OutageRules
{
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether the time since the last sign of life of any server is an outage. Where this server has given one itself, its monotonic clock
    /// must have seen the gap too: a wall clock that was set is none.
    /// </summary>
    /// <param name="sinceOwn">By the monotonic clock since this server's own last sign of life; null for its first.</param>
    /// <param name="longest">A gap that is not longer is none.</param>
    public static bool IsOutage(DateTimeOffset last, DateTimeOffset now, TimeSpan? sinceOwn, TimeSpan longest) =>
        now - last > longest && (sinceOwn is null || sinceOwn + ClocksMayDiffer >= now - last);

    /// <summary>
    /// From the beginning of the outage, or the start of the attempt within it, to its end, without what lay in a break: the clock stood
    /// still there. A break whose time was over within the outage stands still until then.
    /// </summary>
    /// <returns>
    /// Not negative. Zero for an attempt that is closed, that started later, whose last moment was past before, or that has no clock.
    /// </returns>
    public static TimeSpan LossOf(AttemptState state, DateTimeOffset began, DateTimeOffset ended)
    {
        if (state is not InProgress p || p.Granted.OpenUntil is not null || p.LastMoment <= began)
        {
            return TimeSpan.Zero;
        }

        TimeSpan lost = Overlap(p.StartedAt, DateTimeOffset.MaxValue, began, ended);
        return p.Break is { } rest ? lost - Overlap(rest.StartedAt, rest.Until, Later(p.StartedAt, began), ended) : lost;
    }

    /// <summary>
    /// Gives back what the outage took, rounded up to whole seconds. Unlike an extension it is decided after the deadline too: what was lost
    /// counts from the beginning of the outage, however late a server comes back.
    /// </summary>
    /// <param name="now">When it is given, at the end of the outage or later.</param>
    public static Decision GiveBack(AttemptState state, DateTimeOffset began, DateTimeOffset ended, DateTimeOffset now) => state switch
    {
        NotStarted => new Decision.Refused(RefusalReason.NotStarted),
        Closed => new Decision.Refused(RefusalReason.AlreadyClosed),
        _ when LossOf(state, began, ended) is var lost && lost > TimeSpan.Zero =>
            new Decision.Accepted(new AttemptEvent.TimeExtended(now, (int)Math.Ceiling(lost.TotalSeconds), ExtensionReasons.Outage)),
        _ => new Decision.Refused(RefusalReason.NotAnExtension),
    };

    /// <summary>
    /// The id of the entry that gives an attempt its time back: always the same, so that two servers, or one that stopped half-way and
    /// comes again, write it once. The first 16 bytes of SHA-256 over both ids, marked as a name-based id of version 8 (RFC 9562).
    /// </summary>
    public static Guid EntryOf(Guid outage, Guid attempt)
    {
        Span<byte> id = SHA256.HashData(Encoding.ASCII.GetBytes($"{outage:D} {attempt:D}")).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0f) | 0x80);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    private static TimeSpan Overlap(DateTimeOffset from, DateTimeOffset until, DateTimeOffset began, DateTimeOffset ended)
    {
        TimeSpan both = (until < ended ? until : ended) - Later(from, began);
        return both > TimeSpan.Zero ? both : TimeSpan.Zero;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
