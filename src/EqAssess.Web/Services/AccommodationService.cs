using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Gives adjustments to people: for every test of theirs, now and later, and at once for one that runs. Who decides tells them.</summary>
public sealed class AccommodationService(EqAssessDb db, AttemptService attempts, Replacements replacements, AuditService audit, TimeProvider time)
{
    /// <summary>Writes down what was granted in the place of what the person had, unless a scenario has no equivalent: then nothing is written.</summary>
    /// <returns>Null when it is written.</returns>
    internal async Task<GrantOutcome.NoEquivalent?> RecordAsync(Guid candidate, Accommodation granted, Guid officer, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (OpenTest test in await OpenTestsAsync(candidate, cancellationToken))
        {
            IReadOnlySet<Guid> shown = await ShownAsync(test);
            EquivalentsFound found = await replacements.ForAsync(test.Form, granted.SparedItems, cancellationToken);
            missing.AddRange(found.Missing.Where(i => !shown.Contains(i.Version)).Select(i => i.Item.Title));
        }

        if (missing.Count > 0)
        {
            return new GrantOutcome.NoEquivalent([.. missing.Distinct()]);
        }

        AccommodationRow? row = await db.Accommodations.SingleOrDefaultAsync(a => a.CandidateId == candidate, cancellationToken);
        if (row is null)
        {
            row = new AccommodationRow
            {
                CandidateId = candidate, Percent = 0, Untimed = false, BreakMinutes = 0, Typed = false, SparedItems = "", GrantedAt = time.Now, GrantedBy = officer,
            };
            db.Accommodations.Add(row);
        }

        AccommodationRows.Write(row, granted);
        (row.GrantedAt, row.GrantedBy) = (time.Now, officer);
        await audit.NoteAsync(officer, AuditService.AccommodationGranted, candidate);
        return null;
    }

    /// <summary>Gives it to the tests that run now.</summary>
    internal async Task<GrantOutcome.Done> ApplyAsync(Guid candidate, Accommodation granted)
    {
        (int changed, int begun, int seen) = (0, 0, 0);
        foreach (OpenTest test in (await OpenTestsAsync(candidate, CancellationToken.None)).Where(t => t.Attempt is not null))
        {
            Guid attempt = test.Attempt!.Value;
            AttemptOutcome outcome = await attempts.AccommodateAsync(attempt, granted, test.ClosesAt);
            EquivalentsFound found = await replacements.ForAsync(test.Form, granted.SparedItems, CancellationToken.None);
            foreach ((Guid item, Guid by) in found.Replaced)
            {
                IReadOnlyDictionary<Guid, Guid> held = outcome.Attempt.State.Replacements;
                bool replaced = held.ContainsKey(item) || (!held.Values.Contains(by) && await attempts.ReplaceAsync(attempt, item, by) is AttemptOutcome.Done);
                seen += replaced ? 0 : 1;
            }

            changed += outcome is AttemptOutcome.Done ? 1 : 0;
            begun += outcome.Attempt.State.Grant.Typed == granted.Typed ? 0 : 1;
        }

        return new GrantOutcome.Done(changed, begun, seen);
    }

    /// <summary>Tests of a person that can still be started, or run now.</summary>
    private async Task<IReadOnlyList<OpenTest>> OpenTestsAsync(Guid candidate, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        return await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            from attempt in db.Attempts.Where(a => a.InvitationId == invitation.Id).DefaultIfEmpty()
            where invitation.CandidateId == candidate && invitation.RevokedAt == null && invitation.WithdrawnAt == null
            where attempt == null ? campaign.ClosesAt > now || invitation.StartUntil > now : attempt.ClosedAt == null && attempt.LastMoment >= now
            select new OpenTest(campaign.FormVersionId, campaign.ClosesAt, attempt == null ? null : attempt.Id)).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlySet<Guid>> ShownAsync(OpenTest test) =>
        test.Attempt is Guid attempt && (await attempts.LookAsync(attempt, CancellationToken.None)).State is AttemptState.InProgress p
            ? p.PresentedItems
            : new HashSet<Guid>();

    private sealed record OpenTest(Guid Form, DateTimeOffset ClosesAt, Guid? Attempt);
}

/// <summary>What became of a grant.</summary>
public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    /// <param name="Running">Running tests that have more from now on.</param>
    /// <param name="Begun">Running tests in which the way of answering stays, since an answer is there.</param>
    /// <param name="Seen">Scenarios that stay, since the person has seen them.</param>
    public sealed record Done(int Running, int Begun, int Seen) : GrantOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Scenarios">Titles of scenarios in whose place nothing can stand.</param>
    public sealed record NoEquivalent(IReadOnlyList<string> Scenarios) : GrantOutcome;

    /// <summary>Somebody has decided the request, or the candidate has taken it back.</summary>
    public sealed record NotOpen : GrantOutcome;
}
