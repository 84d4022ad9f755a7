using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Results;

/// <summary>What can be done from the list: to several people at once, or with the list itself. No decision is among it, and none may be.</summary>
public sealed class ListActions(EqAssessDb db, InvitationService invitations, SavedViews views)
{
    /// <summary>Sends the invitation again to those who have not started; the others are passed over.</summary>
    /// <returns>To how many.</returns>
    public async Task<int> ResendAsync(Guid campaign, IReadOnlyCollection<Guid> picked, CancellationToken cancellationToken)
    {
        List<Guid> waiting = await db.Invitations
            .Where(i => i.CampaignId == campaign && picked.Contains(i.Id) && i.RevokedAt == null && i.WithdrawnAt == null && !i.Simulated && !db.Attempts.Any(a => a.InvitationId == i.Id))
            .Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (Guid invitation in waiting)
        {
            await invitations.ResendAsync(invitation);
        }

        return waiting.Count;
    }

    public Task<IReadOnlyList<SavedView>> ViewsAsync(Guid staff, CancellationToken cancellationToken) => views.OfAsync(staff, cancellationToken);

    public Task<bool> SaveViewAsync(Guid staff, string? name, ResultsQuery filter, CancellationToken cancellationToken) => views.SaveAsync(staff, name, filter, cancellationToken);

    public Task ForgetViewAsync(Guid staff, Guid view) => views.ForgetAsync(staff, view);
}
