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
        var summaries = new List<CampaignSummary>();
        foreach (CampaignRow row in rows)
        {
            summaries.Add(await OfAsync(row, cancellationToken));
        }

        return summaries;
    }

    /// <summary>Without the counts: for pages that show none, in campaigns of any size.</summary>
    public CampaignSummary Brief(CampaignRow row) => new(row, StateOf(row), 0, 0, 0, 0, 0);

    public async Task<CampaignSummary> OfAsync(CampaignRow row, CancellationToken cancellationToken)
    {
        IQueryable<InvitationRow> invited = db.Invitations.Where(i => i.CampaignId == row.Id && i.RevokedAt == null);

        // From the campaign's invitations outward, so that the time does not grow with other campaigns.
        IQueryable<AttemptRow> attempts = from i in invited join a in db.Attempts on i.Id equals a.InvitationId select a;
        return new CampaignSummary(
            row,
            StateOf(row),
            await invited.CountAsync(cancellationToken),
            await attempts.CountAsync(cancellationToken),
            await attempts.CountAsync(a => a.ClosedAt != null, cancellationToken),
            await attempts.CountAsync(a => a.ClosedAt != null && db.ScoreRuns.Any(r => r.AttemptId == a.Id), cancellationToken),
            await (from i in invited join m in db.Messages on i.Id equals m.InvitationId select m).CountAsync(
                m => (m.State == MessageState.Refused || m.State == MessageState.AddressRefused || m.State == MessageState.Uncertain) && m.Kind != MessageKind.AdjustmentDecided && m.Kind != MessageKind.AdjustmentGranted, cancellationToken));
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
