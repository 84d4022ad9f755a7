using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What staff wrote down about applications. The candidate may read it.</summary>
public sealed class CaseNotes(EqAssessDb db, TimeProvider time)
{
    /// <summary>Characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Oldest first, by invitation.</summary>
    public async Task<ILookup<Guid, WrittenNote>> OfAsync(IReadOnlyCollection<Guid> invitations, CancellationToken cancellationToken) =>
        (await (
            from note in db.CaseNotes
            where invitations.Contains(note.InvitationId)
            from person in db.Users.Where(u => u.Id == note.StaffId).DefaultIfEmpty()
            orderby note.WrittenAt
            select new { note.InvitationId, Note = new WrittenNote(person.DisplayName, note.Text, note.WrittenAt) }).ToListAsync(cancellationToken))
        .ToLookup(n => n.InvitationId, n => n.Note);

    /// <returns>False where there are no words, or too many.</returns>
    public async Task<bool> WriteAsync(Guid invitation, Guid staff, string? text)
    {
        string note = (text ?? "").Trim();
        if (note.Length is 0 or > LongestText)
        {
            return false;
        }

        db.CaseNotes.Add(new CaseNote { Id = Guid.CreateVersion7(), InvitationId = invitation, StaffId = staff, Text = note, WrittenAt = time.Now });
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }
}

/// <param name="By">Null for an account that is gone.</param>
public sealed record WrittenNote(string? By, string Text, DateTimeOffset At);
