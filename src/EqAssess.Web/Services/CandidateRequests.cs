using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Rights;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>What candidates ask people for, and what they are answered.</summary>
public sealed class CandidateRequests(EqAssessDb db, AuditService audit, IJobEngine jobs, IOptions<CandidateOptions> options, TimeProvider time)
{
    /// <summary>Requests of one invitation, newest first.</summary>
    public async Task<IReadOnlyList<CandidateRequest>> OfAsync(Guid invitation, CancellationToken cancellationToken) =>
        await db.CandidateRequests.AsNoTracking().Where(r => r.InvitationId == invitation).OrderByDescending(r => r.AskedAt).ToListAsync(cancellationToken);

    /// <summary>Puts a request into the queue. While one of its kind is open, there is no second.</summary>
    public async Task<CandidateRequest> AskAsync(Guid invitation, CampaignRow campaign, CandidateRequestKind kind, string? text)
    {
        CandidateRequest? open = await db.CandidateRequests.FirstOrDefaultAsync(
            r => r.InvitationId == invitation && r.Kind == kind && r.State == RequestState.Open);
        if (open is not null)
        {
            return open;
        }

        var request = new CandidateRequest
        {
            Id = Guid.CreateVersion7(),
            InvitationId = invitation,
            Kind = kind,
            AskedAt = time.Now,
            DueOn = DueOn(kind, campaign),
            Text = text,
            State = RequestState.Open,
        };
        db.CandidateRequests.Add(request);
        await audit.NoteAsync(actor: null, AuditService.CandidateAsked, request.Id);
        return request;
    }

    /// <summary>Open requests, the most urgent first; or those that were decided, newest first.</summary>
    public async Task<IReadOnlyList<QueuedRequest>> QueueAsync(bool open, int most, CancellationToken cancellationToken)
    {
        IQueryable<CandidateRequest> wanted = open
            ? db.CandidateRequests.Where(r => r.State == RequestState.Open).OrderBy(r => r.DueOn).ThenBy(r => r.AskedAt)
            : db.CandidateRequests.Where(r => r.State != RequestState.Open).OrderByDescending(r => r.DecidedAt);
        return await WithPeople(wanted.Take(most), cancellationToken);
    }

    public async Task<OpenRequests> CountAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<QueuedRequest> open = await QueueAsync(open: true, int.MaxValue, cancellationToken);
        return new OpenRequests(open.Count, open.Count(r => r.Overdue), open.Count == 0 ? null : open.Min(r => r.Request.DueOn));
    }

    public async Task<QueuedRequest?> FindAsync(Guid request, CancellationToken cancellationToken) =>
        (await WithPeople(db.CandidateRequests.Where(r => r.Id == request), cancellationToken)).SingleOrDefault();

    /// <summary>Answers an open request and tells the candidate.</summary>
    /// <param name="state"><see cref="RequestState.Granted"/>, <see cref="RequestState.Refused"/> or <see cref="RequestState.Done"/>.</param>
    /// <returns>False when somebody has answered it before.</returns>
    public async Task<bool> AnswerAsync(Guid request, RequestState state, string answer, Guid staff)
    {
        DateTimeOffset now = time.Now;
        CandidateRequest? row = await db.CandidateRequests.SingleOrDefaultAsync(r => r.Id == request && r.State == RequestState.Open);
        if (row is null)
        {
            return false;
        }

        (row.State, row.Answer, row.DecidedAt, row.DecidedBy) = (state, answer, now, staff);
        db.Messages.Add(await InvitationService.NextMessageAsync(db, row.InvitationId, MessageKind.RequestAnswered, now));
        await audit.NoteAsync(staff, AuditService.RequestAnswered, request);
        await jobs.NudgeAsync<SendMessages>();
        return true;
    }

    private DateOnly DueOn(CandidateRequestKind kind, CampaignRow campaign)
    {
        DateOnly today = Today(campaign.TimeZone);
        return kind == CandidateRequestKind.Erasure ? today.AddMonths(1) : WorkingDays.After(today, options.Value.LookAgainDays);
    }

    private DateOnly Today(string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    private async Task<IReadOnlyList<QueuedRequest>> WithPeople(IQueryable<CandidateRequest> wanted, CancellationToken cancellationToken)
    {
        var found = await (
            from request in wanted
            join invitation in db.Invitations on request.InvitationId equals invitation.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            select new { request, invitation, candidate, campaign }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. found.Select(f => new QueuedRequest(f.request, f.invitation, f.candidate, f.campaign, f.request.State == RequestState.Open && f.request.DueOn < Today(f.campaign.TimeZone)))];
    }
}

/// <param name="Overdue">Those whose last day is over in their campaign's zone.</param>
/// <param name="Earliest">The nearest last day; null when none is open.</param>
public sealed record OpenRequests(int Count, int Overdue, DateOnly? Earliest);

/// <param name="Overdue">Open after its last day in the campaign's zone.</param>
public sealed record QueuedRequest(CandidateRequest Request, InvitationRow Invitation, CandidateRow Candidate, CampaignRow Campaign, bool Overdue);
