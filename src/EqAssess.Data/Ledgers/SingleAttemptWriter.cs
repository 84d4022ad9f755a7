using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Ledgers;

/// <summary>One transaction for each append, on engines that commit many at once by themselves.</summary>
internal sealed class SingleAttemptWriter(DbContextOptions<EqAssessDb> options) : IAttemptWriter
{
    public async Task<bool> WriteAsync(AttemptAppend append)
    {
        await using var db = new EqAssessDb(options);
        append.StageIn(db);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            return false;
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure))
        {
            throw new NotSavedException(failure);
        }
    }
}
