using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Writes signs of life, finds the gaps between them, and gives attempts back what a gap took.</summary>
public sealed partial class OutageService(
    EqAssessDb db, AttemptService attempts, IOptions<AttemptOptions> options, TimeProvider time, ILogger<OutageService> logger)
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

    /// <summary>
    /// Gives every attempt that was running in an outage its time back, the oldest outage first. An attempt whose log cannot be read is
    /// loud and keeps no other from its time; where the database fails, the outage stays open and is taken up again.
    /// </summary>
    public async Task CompensateAsync()
    {
        List<Outage> open = await db.Outages.AsNoTracking().Where(o => o.CompensatedAt == null).OrderBy(o => o.BeganAt).ToListAsync();
        foreach (Outage outage in open)
        {
            List<Guid> running = await db.Attempts
                .Where(a => a.ClosedAt == null && a.StartedAt < outage.EndedAt && a.LastMoment > outage.BeganAt).Select(a => a.Id).ToListAsync();
            int given = 0;
            foreach (Guid attempt in running)
            {
                given += await GiveBackAsync(attempt, outage) ? 1 : 0;
            }

            DateTimeOffset now = time.Now;
            await db.Outages.Where(o => o.Id == outage.Id && o.CompensatedAt == null).ExecuteUpdateAsync(o => o.SetProperty(r => r.CompensatedAt, now));
            Log.Compensated(logger, given, outage.BeganAt);
        }
    }

    private async Task<bool> GiveBackAsync(Guid attempt, Outage outage)
    {
        try
        {
            return await attempts.GiveBackAsync(attempt, outage);
        }
        catch (Exception failure) when (!DatabaseEngine.SaysUnavailable(failure))
        {
            Log.NotGivenBack(logger, failure, attempt);
            return false;
        }
    }

    private async Task<Outage?> WriteAsync(Alive alive)
    {
        DateTimeOffset now = time.Now;
        List<Heartbeat> beats = await db.Heartbeats.ToListAsync();
        Heartbeat? own = beats.Find(b => b.ProcessId == alive.Process);

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

        [LoggerMessage(LogLevel.Information, "{Count} attempts got back the time of the outage from {BeganAt:O}.")]
        public static partial void Compensated(ILogger logger, int count, DateTimeOffset beganAt);

        [LoggerMessage(LogLevel.Error, "Attempt {Attempt} did not get back the time of an outage.")]
        public static partial void NotGivenBack(ILogger logger, Exception failure, Guid attempt);
    }
}

/// <param name="Process">Made anew by each start.</param>
/// <param name="For">Since the start of the process, by its monotonic clock.</param>
/// <param name="SinceLast">Since its last sign of life that was written, by the same clock; null for the first.</param>
public sealed record Alive(Guid Process, TimeSpan For, TimeSpan? SinceLast);
