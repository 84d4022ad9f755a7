using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Keeps a heavy sweep to one node: who holds the lease works, the others come again. A node that dies gives it back when its time is over.</summary>
public sealed class Leases(EqAssessDb db, TimeProvider time)
{
    /// <returns>Whether this caller has it now.</returns>
    public async Task<bool> TakeAsync(string name, Guid holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        if (await db.Leases.Where(l => l.Name == name && l.Until <= now)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, now + duration), cancellationToken) > 0)
        {
            return true;
        }

        if (await db.Leases.AnyAsync(l => l.Name == name, cancellationToken))
        {
            return false;
        }

        var lease = new Lease { Name = name, Holder = holder, Until = now + duration };
        db.Leases.Add(lease);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            return false;
        }
        finally
        {
            db.Entry(lease).State = EntityState.Detached;
        }
    }

    public async Task ReturnAsync(string name, Guid holder)
    {
        DateTimeOffset now = time.Now;
        await db.Leases.Where(l => l.Name == name && l.Holder == holder).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, now));
    }
}
