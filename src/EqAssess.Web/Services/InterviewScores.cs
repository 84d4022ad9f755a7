using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Scores of the structured interview, 1 to 5 for each domain, each interviewer's on their own: whoever has given theirs sees the others',
/// and can change nothing any more. They stand beside the test score and are never added to it.
/// </summary>
public sealed class InterviewScores(EqAssessDb db, TimeProvider time)
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <param name="mayGive">Whether the reader could give scores of their own; who cannot reads along.</param>
    public async Task<IReadOnlyDictionary<Guid, InterviewView>> OfAsync(
        IReadOnlyCollection<Guid> invitations, Guid reader, bool mayGive, CancellationToken cancellationToken)
    {
        var found = await (
            from interview in db.Interviews
            where invitations.Contains(interview.InvitationId)
            from person in db.Users.Where(u => u.Id == interview.StaffId).DefaultIfEmpty()
            orderby interview.GivenAt
            select new { interview, person.DisplayName }).AsNoTracking().ToListAsync(cancellationToken);
        ILookup<(Guid, Guid), InterviewScore> scores = (await db.InterviewScores.AsNoTracking().Where(s => invitations.Contains(s.InvitationId))
            .ToListAsync(cancellationToken)).ToLookup(s => (s.InvitationId, s.StaffId));
        return invitations.Distinct().ToDictionary(i => i, i =>
        {
            bool given = found.Any(f => f.interview.InvitationId == i && f.interview.StaffId == reader);
            int others = found.Count(f => f.interview.InvitationId == i && f.interview.TookPart && f.interview.StaffId != reader);
            return new InterviewView(given, others, given || !mayGive
                ? [.. found.Where(f => f.interview.InvitationId == i && f.interview.TookPart).Select(f => new GivenInterview(
                    f.DisplayName, scores[(i, f.interview.StaffId)].ToDictionary(s => s.Domain, s => s.Score, StringComparer.Ordinal)))]
                : []);
        });
    }

    /// <param name="scores">By domain; empty for somebody who did not interview and reads the others' scores.</param>
    /// <returns>False where this person has given theirs before, or where a score lies outside 1 to 5.</returns>
    public async Task<bool> GiveAsync(Guid invitation, Guid staff, IReadOnlyDictionary<string, int> scores)
    {
        if (scores.Values.Any(s => s is < Lowest or > Highest) || await db.Interviews.AnyAsync(i => i.InvitationId == invitation && i.StaffId == staff))
        {
            return false;
        }

        db.Interviews.Add(new InterviewRow { InvitationId = invitation, StaffId = staff, TookPart = scores.Count > 0, GivenAt = time.Now });
        db.InterviewScores.AddRange(scores.Select(s => new InterviewScore { InvitationId = invitation, StaffId = staff, Domain = s.Key, Score = s.Value }));
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

/// <param name="Given">Whether the reader has given theirs, or has said that they did not interview.</param>
/// <param name="Others">Other interviewers who have.</param>
/// <param name="Shown">Empty while the reader may not see them.</param>
public sealed record InterviewView(bool Given, int Others, IReadOnlyList<GivenInterview> Shown);

/// <param name="By">Null for an account that is gone.</param>
public sealed record GivenInterview(string? By, IReadOnlyDictionary<string, int> Scores);
