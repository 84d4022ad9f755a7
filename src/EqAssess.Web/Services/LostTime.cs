using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Gives attempts back what an outage took. Nobody is served before all have their time, so logs are read many at once, and several hands
/// append side by side and share commits.
/// </summary>
public sealed partial class LostTime(EqAssessDb db, AttemptLedger ledger, IServiceScopeFactory scopes, TimeProvider time, ILogger<LostTime> logger)
{
    private const int AtOnce = 256;
    private const int Hands = 16;

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
            foreach (Guid[] some in running.Chunk(AtOnce))
            {
                await ledger.ReadHeadsAsync(some);
                given += (await Task.WhenAll(some.Chunk(AtOnce / Hands).Select(share => GiveBackAsync(share, outage)))).Sum();
            }

            DateTimeOffset now = time.Now;
            await db.Outages.Where(o => o.Id == outage.Id && o.CompensatedAt == null).ExecuteUpdateAsync(o => o.SetProperty(r => r.CompensatedAt, now));
            Log.Compensated(logger, given, outage.BeganAt);
        }
    }

    private async Task<int> GiveBackAsync(Guid[] share, Outage outage)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        AttemptService attempts = scope.ServiceProvider.GetRequiredService<AttemptService>();
        int given = 0;
        foreach (Guid attempt in share)
        {
            try
            {
                given += await attempts.GiveBackAsync(attempt, outage) ? 1 : 0;
            }
            catch (Exception failure) when (!DatabaseEngine.SaysUnavailable(failure))
            {
                Log.NotGivenBack(logger, failure, attempt);
            }
        }

        return given;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} attempts got back the time of the outage from {BeganAt:O}.")]
        public static partial void Compensated(ILogger logger, int count, DateTimeOffset beganAt);

        [LoggerMessage(LogLevel.Error, "Attempt {Attempt} did not get back the time of an outage.")]
        public static partial void NotGivenBack(ILogger logger, Exception failure, Guid attempt);
    }
}
