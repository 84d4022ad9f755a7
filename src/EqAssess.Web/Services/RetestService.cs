using EqAssess.Data;
using EqAssess.Domain.Campaigns;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>
/// Who took a test too lately to take another one. An attempt counts while it runs and when it ended with an answer, whatever address the person
/// came under; a simulated one and one of an application that was withdrawn do not.
/// </summary>
public sealed class RetestService(EqAssessDb db, IOptions<CampaignOptions> options, TimeProvider time)
{
    public int Months => options.Value.RetestMonths;

    /// <param name="own">The invitation that is to be started: its own attempt, which another click began at this moment, keeps nobody from it.</param>
    /// <returns>From when on this person may start; null where nothing keeps them from it.</returns>
    public async Task<DateTimeOffset?> StartsFromAsync(Guid candidate, Guid own, CancellationToken cancellationToken) =>
        (await StartsFromAsync([candidate], own, cancellationToken)).TryGetValue(candidate, out DateTimeOffset from) ? from : null;

    /// <returns>By candidate; those whom nothing keeps from a test are not among them.</returns>
    public Task<IReadOnlyDictionary<Guid, DateTimeOffset>> StartsFromAsync(IReadOnlyCollection<Guid> candidates, CancellationToken cancellationToken) =>
        StartsFromAsync(candidates, Guid.Empty, cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> StartsFromAsync(IReadOnlyCollection<Guid> candidates, Guid except, CancellationToken cancellationToken)
    {
        if (Months == 0 || candidates.Count == 0)
        {
            return new Dictionary<Guid, DateTimeOffset>();
        }

        DateTimeOffset now = time.Now;
        DateTimeOffset earliest = now.AddMonths(-Months);
        var counted = await (
            from candidate in db.Candidates
            where candidates.Contains(candidate.Id)
            from same in db.Candidates
            where same.Id == (candidate.MergedIntoId ?? candidate.Id) || same.MergedIntoId == (candidate.MergedIntoId ?? candidate.Id)
            join invitation in db.Invitations on same.Id equals invitation.CandidateId
            join attempt in db.Attempts on invitation.Id equals attempt.InvitationId
            where !attempt.Simulated && invitation.WithdrawnAt == null && attempt.StartedAt > earliest && invitation.Id != except
            where !db.Receipts.Any(r => r.AttemptId == attempt.Id && r.Answers == 0)
            select new { candidate.Id, attempt.StartedAt }).ToListAsync(cancellationToken);
        return counted.GroupBy(c => c.Id, c => c.StartedAt)
            .Select(c => (c.Key, From: RetestRule.StartsFrom(c.Max(), Months)))
            .Where(c => c.From > now)
            .ToDictionary(c => c.Key, c => c.From!.Value);
    }
}
