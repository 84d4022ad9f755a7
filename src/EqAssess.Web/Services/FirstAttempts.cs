using EqAssess.Data;
using EqAssess.Data.Tables;

namespace EqAssess.Web.Services;

/// <summary>The attempts that speak for people.</summary>
public static class FirstAttempts
{
    /// <summary>
    /// A person's first attempt on the form version, wherever and under whichever address they were invited, handed in; accommodated ones and
    /// written answers among them, simulated ones never.
    /// </summary>
    public static IQueryable<AttemptRow> FirstAttemptsOn(this EqAssessDb db, Guid formVersion) =>
        from attempt in db.Attempts
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        join person in db.Candidates on invitation.CandidateId equals person.Id
        where attempt.FormVersionId == formVersion && attempt.ClosedAt != null && !attempt.Simulated && !attempt.TimedOut && invitation.WithdrawnAt == null
        where !(
            from other in db.Attempts
            join otherInvitation in db.Invitations on other.InvitationId equals otherInvitation.Id
            join same in db.Candidates on otherInvitation.CandidateId equals same.Id
            where (same.Id == (person.MergedIntoId ?? person.Id) || same.MergedIntoId == (person.MergedIntoId ?? person.Id)) && other.FormVersionId == formVersion && other.StartedAt < attempt.StartedAt && otherInvitation.WithdrawnAt == null
            select other.Id).Any()
        select attempt;
}
