using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Writes signs of life and finds the gaps between them (<see cref="LostTime"/> gives back what a gap took).</summary>
public sealed partial class OutageService(
    EqAssessDb db, OtherClocks clocks, IOptions<AttemptOptions> options, TimeProvider time, ILogger<OutageService> logger)
{
    private const int MostTries = 5;

    /// <summary>After so long a row of a process that ended says nothing any more: newer ones stand beside it.</summary>
    private static readonly TimeSpan RowsStay = TimeSpan.FromDays(1);

    private TimeSpan Longest => TimeSpan.FromSeconds(options.Value.OutageSeconds);

    /// <summary>
    /// Writes that this process is alive, and in the same transaction the outage that ends with it. Of several processes that come back at
    /// once one writes the outage; the others find it written.
    /// </summary>
    public async Task BeatAsync(Alive alive)
    {
        for (int i = 0; i < MostTries; i++)
        {
            db.ChangeTracker.Clear();
            Outage? outage = await WriteAsync(alive);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                if (outage is not null)
                {
                    Log.Outage(logger, (outage.EndedAt - outage.BeganAt).TotalSeconds, outage.BeganAt);
                }

                return;
            }
            catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Another process was first with this outage, or took this process's row for one that is out of date.
            }
        }
    }

    private async Task<Outage?> WriteAsync(Alive alive)
    {
        DateTimeOffset now = time.Now;
        List<Heartbeat> beats = await db.Heartbeats.ToListAsync();
        Heartbeat? own = beats.Find(b => b.ProcessId == alive.Process);
        clocks.Look([.. beats.Where(b => b != own)], now, alive.SinceLast);

        // A sign of life from the future was given before the machine's clock was set back: it would hide every outage until then. A server
        // that is alive by a clock of its own writes its row again and knows that it was not away.
        List<Heartbeat> known = beats.FindAll(b => b.BeatAt <= now + Longest);
        db.Heartbeats.RemoveRange(beats.Where(b => b != own && (!known.Contains(b) || b.BeatAt < now - RowsStay)));
        Outage? outage = null;
        if (known.Count > 0 && known.Max(b => b.BeatAt) is var last
            && OutageRules.IsOutage(last, now, alive.SinceLast, Longest))
        {
            outage = new Outage { Id = Guid.CreateVersion7(), BeganAt = last, EndedAt = now };
            db.Outages.Add(outage);
        }

        if (own is null)
        {
            own = new Heartbeat { ProcessId = alive.Process, StartedAt = now, BeatAt = now, MonotonicMilliseconds = 0 };
            db.Heartbeats.Add(own);
        }

        own.BeatAt = now;
        own.MonotonicMilliseconds = (long)alive.For.TotalMilliseconds;
        return outage;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No server gave a sign of life for {Seconds} s from {BeganAt:O}. Attempts that were running get the time back.")]
        public static partial void Outage(ILogger logger, double seconds, DateTimeOffset beganAt);
    }
}

/// <param name="Process">Made anew by each start.</param>
/// <param name="For">Since the start of the process, by its monotonic clock.</param>
/// <param name="SinceLast">Since its last sign of life that was written, by the same clock; null for the first.</param>
public sealed record Alive(Guid Process, TimeSpan For, TimeSpan? SinceLast);
