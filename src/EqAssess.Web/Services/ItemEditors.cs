using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Who has a draft open at the moment.</summary>
public sealed class ItemEditors(EqAssessDb db, TimeProvider time)
{
    /// <summary>How long an editor counts as open after the page last said so. The page says so every 20 s.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(60);

    /// <summary>Notes that somebody has the draft open.</summary>
    /// <returns>Names of the others who have.</returns>
    public async Task<IReadOnlyList<string>> SeeAsync(Guid version, Guid staff)
    {
        DateTimeOffset now = time.Now;
        int seen = await db.ItemEditors.Where(e => e.ItemVersionId == version && e.StaffId == staff).ExecuteUpdateAsync(set => set.SetProperty(e => e.SeenAt, now));
        if (seen == 0)
        {
            db.ItemEditors.Add(new ItemEditor { ItemVersionId = version, StaffId = staff, SeenAt = now });
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // A second window of the same person was faster: they are noted.
                db.ChangeTracker.Clear();
            }
        }

        DateTimeOffset since = now - Presence;
        return await (
            from editor in db.ItemEditors
            where editor.ItemVersionId == version && editor.StaffId != staff && editor.SeenAt >= since
            join person in db.Users on editor.StaffId equals person.Id
            orderby person.DisplayName
            select person.DisplayName).ToListAsync();
    }
}
