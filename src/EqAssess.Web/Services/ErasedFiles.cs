using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Domain.Rights;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Overwrites what the files of the database still hold of people who were erased, and keeps in mind of whom that is not done yet.</summary>
public sealed partial class ErasedFiles(EqAssessDb db, IOptions<DatabaseOptions> database, TimeProvider time, ILogger<ErasedFiles> logger)
{
    /// <summary>Does what is due as far as it keeps nobody's answer waiting (<see cref="RewriteRules"/>). What fails stays due.</summary>
    public async Task OverwriteAsync()
    {
        var waiting = await db.Candidates.Where(c => c.ErasedAt != null && c.OverwrittenAt == null)
            .Select(c => new { c.Id, At = c.ErasedAt!.Value }).ToListAsync();
        if (waiting.Count > 0 && await TryAsync(waiting.Min(w => w.At)))
        {
            // Whoever was erased, or erased again, since is not among them.
            (DateTimeOffset last, DateTimeOffset now) = (waiting.Max(w => w.At), time.Now);
            List<Guid> done = [.. waiting.Select(w => w.Id)];
            await db.Candidates.Where(c => done.Contains(c.Id) && c.OverwrittenAt == null && c.ErasedAt <= last)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.OverwrittenAt, now));
        }
    }

    private async Task<bool> TryAsync(DateTimeOffset oldest)
    {
        DateTimeOffset now = time.Now;
        DatabaseEngine engine = DatabaseEngine.Get(database.Value.Engine);
        try
        {
            bool testsRun = await db.Attempts.AnyAsync(a => a.ClosedAt == null && a.LastMoment > now);
            bool whole = RewriteRules.IsTime(await engine.BytesToCopyAsync(db, CancellationToken.None), testsRun, now - oldest);
            if (await engine.OverwriteDeletedAsync(db, whole, CancellationToken.None))
            {
                return true;
            }

            Log.NotYet(logger, whole ? "somebody was reading" : "tests run");
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure))
        {
            Log.NotYet(logger, failure.Message);
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The files of the database were not yet overwritten after an erasure ({Reason}). It is tried again within the hour.")]
        public static partial void NotYet(ILogger logger, string reason);
    }
}
