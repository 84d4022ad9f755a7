using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Legal holds: while one stands, nothing of its campaign or person is erased, whoever asks.</summary>
public sealed class HoldService(EqAssessDb db, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<LegalHold>> OfAsync(HoldOn on, CancellationToken cancellationToken) =>
        await Holds(on).AsNoTracking().OrderByDescending(h => h.SetAt).ToListAsync(cancellationToken);

    /// <summary>Sets a hold; where one stands already, nothing changes.</summary>
    public async Task SetAsync(HoldOn on, string reason, Guid staff)
    {
        DateTimeOffset now = time.Now;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await MarkAsync(on, now) == 1)
        {
            db.LegalHolds.Add(new LegalHold
            {
                Id = Guid.CreateVersion7(), CampaignId = on.Campaign, CandidateId = on.Candidate, Reason = reason, SetAt = now, SetBy = staff,
            });
            Note(on, AuditService.HoldSet, staff, now);
            await db.SaveChangesAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Lifts the hold that stands; without one nothing changes.</summary>
    public async Task LiftAsync(HoldOn on, string because, Guid staff)
    {
        DateTimeOffset now = time.Now;
        await using var transaction = await db.Database.BeginTransactionAsync();
        int lifted = await Holds(on).Where(h => h.LiftedAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(h => h.LiftedAt, now).SetProperty(h => h.LiftedBy, staff).SetProperty(h => h.LiftedBecause, because));
        await MarkAsync(on, null);
        if (lifted > 0)
        {
            Note(on, AuditService.HoldLifted, staff, now);
            await db.SaveChangesAsync();
        }

        await transaction.CommitAsync();
    }

    private void Note(HoldOn on, string act, Guid staff, DateTimeOffset now) => db.AuditLog.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(), At = now, Actor = staff, Act = act, Subject = on.Campaign ?? on.Candidate ?? Guid.Empty,
    });

    private IQueryable<LegalHold> Holds(HoldOn on) =>
        on.Campaign is not null ? db.LegalHolds.Where(h => h.CampaignId == on.Campaign) : db.LegalHolds.Where(h => h.CandidateId == on.Candidate);

    /// <returns>How many rows changed: 0 where a hold stands that was to be set.</returns>
    private Task<int> MarkAsync(HoldOn on, DateTimeOffset? since) => on.Campaign is not null
        ? db.Campaigns.Where(c => c.Id == on.Campaign && (since == null || c.HeldSince == null)).ExecuteUpdateAsync(s => s.SetProperty(c => c.HeldSince, since))
        : db.Candidates.Where(c => c.Id == on.Candidate && c.ErasedAt == null && (since == null || c.HeldSince == null))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.HeldSince, since));
}

/// <summary>What a hold is on: a campaign or a person.</summary>
public sealed record HoldOn
{
    private HoldOn()
    {
    }

    public Guid? Campaign { get; private init; }

    public Guid? Candidate { get; private init; }

    public static HoldOn TheCampaign(Guid id) => new() { Campaign = id };

    public static HoldOn ThePerson(Guid id) => new() { Candidate = id };
}
