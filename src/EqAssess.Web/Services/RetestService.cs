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

    /// <returns>From when on people may start; null where nothing keeps this one from it.</returns>
    public async Task<DateTimeOffset?> StartsFromAsync(Guid candidate, CancellationToken cancellationToken) =>
        (await StartsFromAsync([candidate], cancellationToken)).TryGetValue(candidate, out DateTimeOffset from) ? from : null;

    /// <returns>By candidate; those whom nothing keeps from a test are not among them.</returns>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> StartsFromAsync(IReadOnlyCollection<Guid> candidates, CancellationToken cancellationToken)
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
            where !attempt.Simulated && invitation.WithdrawnAt == null && attempt.StartedAt > earliest
            where !db.Receipts.Any(r => r.AttemptId == attempt.Id && r.Answers == 0)
            select new { candidate.Id, attempt.StartedAt }).ToListAsync(cancellationToken);
        return counted.GroupBy(c => c.Id, c => c.StartedAt)
            .Select(c => (c.Key, From: RetestRule.StartsFrom(c.Max(), Months)))
            .Where(c => c.From > now)
            .ToDictionary(c => c.Key, c => c.From!.Value);
    }
}
