using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What colleagues say about items.</summary>
public sealed class ItemComments(EqAssessDb db, TimeProvider time)
{
    /// <summary>Characters of a comment at most.</summary>
    public const int Longest = 4000;

    /// <summary>All comments on an item, oldest first.</summary>
    public async Task<IReadOnlyList<ItemRemark>> OfAsync(Guid bank, string item, CancellationToken cancellationToken) =>
        await (
            from comment in db.ItemComments
            where comment.BankId == bank && comment.ItemId == item
            join version in db.ItemVersions on comment.ItemVersionId equals version.Id
            orderby comment.At
            select new ItemRemark(
                comment.Id,
                comment.Text,
                comment.At,
                version.Number,
                db.Users.Where(u => u.Id == comment.By).Select(u => u.DisplayName).FirstOrDefault(),
                comment.ResolvedAt != null)).AsNoTracking().ToListAsync(cancellationToken);

    public async Task AddAsync(ItemVersionRow version, string text, Guid by)
    {
        db.ItemComments.Add(new ItemComment
        {
            Id = Guid.CreateVersion7(),
            BankId = version.BankId,
            ItemId = version.ItemId,
            ItemVersionId = version.Id,
            By = by,
            At = time.Now,
            Text = text.Trim()[..Math.Min(text.Trim().Length, Longest)],
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Settles a comment, or opens it again.</summary>
    public async Task ResolveAsync(Guid bank, Guid comment, bool resolved, Guid by)
    {
        if (await db.ItemComments.SingleOrDefaultAsync(c => c.Id == comment && c.BankId == bank) is { } row)
        {
            row.ResolvedAt = resolved ? time.Now : null;
            row.ResolvedBy = resolved ? by : null;
            await db.SaveChangesAsync();
        }
    }
}

/// <param name="Version">Number of the version that was looked at.</param>
/// <param name="By">Display name; null for a member of staff who is gone.</param>
public sealed record ItemRemark(Guid Id, string Text, DateTimeOffset At, int Version, string? By, bool Resolved);
