using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Campaigns with their counts, for lists.</summary>
public sealed class CampaignOverview(EqAssessDb db, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    /// <param name="visible">Those that the reader may see (<see cref="CampaignVisibility.Of"/>).</param>
    public async Task<IReadOnlyList<CampaignSummary>> ListAsync(IQueryable<CampaignRow> visible, int most, CancellationToken cancellationToken)
    {
        List<CampaignRow> rows = await visible.AsNoTracking().OrderByDescending(c => c.CreatedAt).Take(most).ToListAsync(cancellationToken);
        return await OfAsync(rows, cancellationToken);
    }

    /// <summary>Without the counts: for pages that show none, in campaigns of any size.</summary>
    public CampaignSummary Brief(CampaignRow row) => new(row, StateOf(row), 0, 0, 0, 0, 0);

    public async Task<CampaignSummary> OfAsync(CampaignRow row, CancellationToken cancellationToken) => (await OfAsync([row], cancellationToken))[0];

    /// <summary>The counts of all of them in one query.</summary>
    private async Task<IReadOnlyList<CampaignSummary>> OfAsync(IReadOnlyList<CampaignRow> rows, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        IQueryable<InvitationRow> invited = db.Invitations.Where(i => ids.Contains(i.CampaignId) && i.RevokedAt == null);
        var attempts = from i in invited join a in db.Attempts on i.Id equals a.InvitationId select new { i.CampaignId, a.Id, a.ClosedAt };
        var counts = await invited.Select(i => new { i.CampaignId, Of = "invited" })
            .Concat(attempts.Select(a => new { a.CampaignId, Of = "started" }))
            .Concat(attempts.Where(a => a.ClosedAt != null).Select(a => new { a.CampaignId, Of = "finished" }))
            .Concat(attempts.Where(a => a.ClosedAt != null && db.ScoreRuns.Any(r => r.AttemptId == a.Id)).Select(a => new { a.CampaignId, Of = "scored" }))
            .Concat(
                from i in invited
                join m in db.Messages on i.Id equals m.InvitationId
                where (m.State == MessageState.Refused || m.State == MessageState.AddressRefused || m.State == MessageState.Uncertain) && m.Kind != MessageKind.AdjustmentDecided && m.Kind != MessageKind.AdjustmentGranted
                select new { i.CampaignId, Of = "undelivered" })
            .GroupBy(c => new { c.CampaignId, c.Of }).Select(g => new { g.Key.CampaignId, g.Key.Of, Count = g.Count() }).ToListAsync(cancellationToken);
        Dictionary<(Guid, string), int> found = counts.ToDictionary(c => (c.CampaignId, c.Of), c => c.Count);
        return
        [
            .. rows.Select(r => new CampaignSummary(
                r,
                StateOf(r),
                found.GetValueOrDefault((r.Id, "invited")),
                found.GetValueOrDefault((r.Id, "started")),
                found.GetValueOrDefault((r.Id, "finished")),
                found.GetValueOrDefault((r.Id, "scored")),
                found.GetValueOrDefault((r.Id, "undelivered")))),
        ];
    }

    private CampaignState StateOf(CampaignRow row) =>
        time.Now < row.OpensAt ? CampaignState.NotYetOpen : time.Now < row.ClosesAt ? CampaignState.Open : CampaignState.Closed;
}

/// <param name="Undelivered">Messages that were refused or whose fate is uncertain.</param>
public sealed record CampaignSummary(CampaignRow Row, CampaignState State, int Invited, int Started, int Finished, int Scored, int Undelivered);

public enum CampaignState
{
    NotYetOpen,
    Open,
    Closed,
}
