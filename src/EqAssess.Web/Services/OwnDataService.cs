using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Collects what is held about one application. Reading changes nothing.</summary>
public sealed class OwnDataService(
    EqAssessDb db, AttemptService attempts, AttemptLedger ledger, OwnScores scores, OwnCases cases, MonitoringService monitoring)
{
    private const int MostLooks = 500;

    public async Task<OwnData> OfAsync(LinkedInvitation linked, string organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CandidateRow person = await db.Candidates.AsNoTracking().SingleAsync(c => c.Id == linked.Invitation.CandidateId, cancellationToken);
        RunningAttempt? run = linked.Attempt is Guid id ? await attempts.LookAsync(id, cancellationToken) : null;
        CampaignRow campaign = linked.Campaign;
        bool held = campaign.HeldSince is not null || person.HeldSince is not null;
        return new OwnData(
            OwnData.CurrentFormat,
            now,
            organisation,
            new OwnPerson(person.Name, person.Email, linked.Invitation.CreatedAt, linked.Invitation.WithdrawnAt)
            {
                Zone = person.Zone, OtherAddresses = await OtherAddressesAsync(person, cancellationToken),
            },
            new OwnCampaign(campaign.JobTitle, campaign.Country, campaign.TimeZone, campaign.ClosesOn, held ? null : RetentionService.ErasedOn(campaign)),
            run is null ? null : await AttemptAsync(run, cancellationToken),
            run is null ? [] : await AnswersAsync(run, cancellationToken),
            scores.Disclosed,
            run is null ? [] : await scores.OfAsync(run.Log.Attempt, cancellationToken),
            await LooksAsync(linked, cancellationToken),
            await MessagesAsync(linked.Invitation.Id, cancellationToken),
            await AdjustmentsAsync(person.Id, cancellationToken),
            await RequestsAsync(linked.Invitation.Id, cancellationToken),
            run is null ? new Dictionary<string, string>() : await monitoring.OfAsync(run.Log.Attempt, cancellationToken),
            await cases.OfAsync(linked.Invitation.Id, campaign.FormVersionId, cancellationToken))
        {
            Outcomes = [.. (await db.Outcomes.AsNoTracking().Where(o => o.InvitationId == linked.Invitation.Id).OrderBy(o => o.MeasuredOn).ToListAsync(cancellationToken))
                .Select(o => new OwnOutcome(o.Measure.ToString(), o.Value, o.MeasuredOn))],
        };
    }

    /// <summary>How many, and not which: whoever holds this link need not hold the other mailbox.</summary>
    private Task<int> OtherAddressesAsync(CandidateRow person, CancellationToken cancellationToken) => db.Candidates.CountAsync(
        c => c.Id != person.Id && c.ErasedAt == null && (c.MergedIntoId == person.Id || (person.MergedIntoId != null && (c.Id == person.MergedIntoId || c.MergedIntoId == person.MergedIntoId))),
        cancellationToken);

    private async Task<OwnAttempt> AttemptAsync(RunningAttempt run, CancellationToken cancellationToken)
    {
        Receipt? receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == run.Log.Attempt, cancellationToken);
        (DateTimeOffset started, DateTimeOffset? ended, string end) = run.State switch
        {
            AttemptState.InProgress s => (s.StartedAt, (DateTimeOffset?)null, "running"),
            AttemptState.Closed { Withdrawn: true } s => (s.StartedAt, s.ClosedAt, "withdrawn"),
            AttemptState.Closed s => (s.StartedAt, s.ClosedAt, s.TimedOut ? "time-ended" : "handed-in"),
            _ => throw new System.Diagnostics.UnreachableException("An attempt's log begins with its start."),
        };
        return new OwnAttempt(started, ended, end, receipt?.Code, receipt?.Digest);
    }

    /// <summary>While the test runs, what was shown: titles say what is to come.</summary>
    private async Task<IReadOnlyList<OwnAnswer>> AnswersAsync(RunningAttempt run, CancellationToken cancellationToken)
    {
        Dictionary<Guid, string> written = await db.TypedAnswers.AsNoTracking().Where(t => t.AttemptId == run.Log.Attempt)
            .ToDictionaryAsync(t => t.ItemVersionId, t => t.Text, cancellationToken);
        AttemptLog log = await ledger.ReadAsync(run.Log.Attempt, cancellationToken);
        bool running = run.State is AttemptState.InProgress;
        return
        [
            .. run.Form.Items.Select((item, index) => Answer(log, item, index + 1, written.GetValueOrDefault(item.Version)))
                .Where(answer => !running || answer.ShownAt is not null),
        ];
    }

    private static OwnAnswer Answer(AttemptLog log, FormItem item, int number, string? written)
    {
        AttemptEvent.Presented? shown = log.Events.OfType<AttemptEvent.Presented>().FirstOrDefault(e => e.Item == item.Version);
        List<AttemptEvent.Answered> saved = [.. log.Events.OfType<AttemptEvent.Answered>().Where(e => e.Item == item.Version)];
        string? response = saved.LastOrDefault()?.Response;
        bool typed = written is not null || response?.StartsWith("typed:", StringComparison.Ordinal) == true;
        return new OwnAnswer(
            number, item.Content.Title, shown?.At, saved.LastOrDefault()?.At, saved.Count, typed ? [] : OwnChoices.Of(item, response), written, item.Content.Format);
    }

    private async Task<IReadOnlyList<OwnLook>> LooksAsync(LinkedInvitation linked, CancellationToken cancellationToken)
    {
        InvitationRow invitation = linked.Invitation;
        IQueryable<Guid> runs = db.ScoreRuns.Where(r => r.AttemptId == linked.Attempt).Select(r => r.Id);
        IQueryable<Guid> requests = db.CandidateRequests.Where(r => r.InvitationId == invitation.Id).Select(r => r.Id);
        IQueryable<Guid> adjustments = db.AccommodationRequests.Where(r => r.InvitationId == invitation.Id).Select(r => r.Id);
        var found = await db.AuditLog.AsNoTracking()
            .Where(e => ((e.Act == AuditService.ReportViewed || e.Act == AuditService.ReportDownloaded) && runs.Contains(e.Subject))
                || (e.Act == AuditService.ResultsViewed && e.Subject == invitation.CampaignId && e.At >= invitation.CreatedAt)
                || (e.Act == AuditService.CaseViewed && (requests.Contains(e.Subject) || adjustments.Contains(e.Subject)))
                || ((e.Act == AuditService.ApplicationViewed || e.Act == AuditService.ComparisonViewed || e.Act == AuditService.NamesAsked) && e.Subject == invitation.Id)
                || (e.Act == AuditService.PersonViewed && e.Subject == invitation.CandidateId))
            .OrderByDescending(e => e.At).Take(MostLooks)
            .Select(e => new { e.At, e.Act, e.Actor }).ToListAsync(cancellationToken);
        List<Guid?> actors = [.. found.Select(f => f.Actor).Distinct()];
        ILookup<Guid, string> roles = (await (
            from held in db.UserRoles
            join role in db.Roles on held.RoleId equals role.Id
            where actors.Contains(held.UserId)
            select new { held.UserId, Name = role.Name ?? "" }).ToListAsync(cancellationToken)).ToLookup(r => r.UserId, r => r.Name);
        return [.. found.Select(f => new OwnLook(f.At, f.Act, [.. roles[f.Actor ?? Guid.Empty].Order(StringComparer.Ordinal)]))];
    }

    private async Task<IReadOnlyList<OwnMessage>> MessagesAsync(Guid invitation, CancellationToken cancellationToken) =>
    [
        .. (await db.Messages.AsNoTracking().Where(m => m.InvitationId == invitation).OrderBy(m => m.CreatedAt).ToListAsync(cancellationToken))
            .Select(m => new OwnMessage(m.Kind.ToString(), m.State.ToString(), m.CreatedAt, m.SentAt)),
    ];

    private async Task<OwnAdjustments?> AdjustmentsAsync(Guid candidate, CancellationToken cancellationToken) =>
        await db.Accommodations.AsNoTracking().SingleOrDefaultAsync(a => a.CandidateId == candidate, cancellationToken) is { } a
            ? new OwnAdjustments(a.Percent, a.Untimed, a.BreakMinutes, a.Typed, Codes(a.SparedItems), a.GrantedAt)
            : null;

    private static IReadOnlyList<string> Codes(string stored) => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<OwnRequest>> RequestsAsync(Guid invitation, CancellationToken cancellationToken)
    {
        List<CandidateRequest> asked = await db.CandidateRequests.AsNoTracking().Where(r => r.InvitationId == invitation).ToListAsync(cancellationToken);
        List<AccommodationRequest> adjustments = await db.AccommodationRequests.AsNoTracking().Where(r => r.InvitationId == invitation).ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(r => new OwnRequest(r.Kind.ToString(), r.AskedAt, r.DueOn, r.Text, r.State.ToString(), r.DecidedAt, r.Answer, []))
                .Concat(adjustments.Select(r => new OwnRequest("Adjustment", r.AskedAt, r.DueOn, r.Text, r.State.ToString(), r.DecidedAt, r.Answer, Codes(r.Wishes))))
                .OrderByDescending(r => r.AskedAt),
        ];
    }
}
