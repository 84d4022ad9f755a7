using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs.Groups;

internal static class FirstWriter
{
    /// <returns>False where another node wrote the same number first: its row stands.</returns>
    public static async Task<bool> SavedFirstAsync(this EqAssessDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
