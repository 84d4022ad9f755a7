using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Filters and orders of results that members of staff keep under a name. They fit every campaign.</summary>
public sealed class SavedViews(EqAssessDb db, TimeProvider time)
{
    public const int LongestName = 100;

    /// <summary>Views of one person.</summary>
    public const int Most = 30;

    public async Task<IReadOnlyList<SavedView>> OfAsync(Guid staff, CancellationToken cancellationToken) =>
        await db.SavedViews.AsNoTracking().Where(v => v.StaffId == staff).OrderBy(v => v.Name).ToListAsync(cancellationToken);

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <returns>False where the name is missing or too long, or where there are too many.</returns>
    public async Task<bool> SaveAsync(Guid staff, string? name, ResultsQuery query, CancellationToken cancellationToken)
    {
        string title = (name ?? "").Trim();
        if (title.Length is 0 or > LongestName || await db.SavedViews.CountAsync(v => v.StaffId == staff && v.Name != title, cancellationToken) >= Most)
        {
            return false;
        }

        await db.SavedViews.Where(v => v.StaffId == staff && v.Name == title).ExecuteDeleteAsync(cancellationToken);
        string address = string.Join('&', query.Fields().Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), StaffId = staff, Name = title, Query = address, SavedAt = time.Now });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the same view stands.
            db.ChangeTracker.Clear();
        }

        return true;
    }

    public Task ForgetAsync(Guid staff, Guid view) => db.SavedViews.Where(v => v.StaffId == staff && v.Id == view).ExecuteDeleteAsync();
}
