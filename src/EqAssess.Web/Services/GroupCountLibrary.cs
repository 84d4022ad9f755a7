using EqAssess.Data;
using EqAssess.Domain.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Reads what the job counted. It sees neither people nor their answers.</summary>
public sealed class GroupCountLibrary(EqAssessDb db)
{
    /// <summary>The newest counts of a campaign; null before the first.</summary>
    public async Task<SelectionSnapshot?> OfCampaignAsync(Guid campaign, CancellationToken cancellationToken) =>
        await db.SelectionSnapshots.Where(s => s.CampaignId == campaign).OrderByDescending(s => s.Number).Select(s => s.Content).FirstOrDefaultAsync(cancellationToken) is string content
            ? MonitoringJson.ReadSnapshot(content)
            : null;

    /// <summary>The newest comparison on a form version; null before the first.</summary>
    public async Task<FormFairness?> OfFormAsync(Guid form, CancellationToken cancellationToken) =>
        await db.FormFairness.Where(f => f.FormVersionId == form).OrderByDescending(f => f.Number).Select(f => f.Content).FirstOrDefaultAsync(cancellationToken) is string content
            ? MonitoringJson.ReadFairness(content)
            : null;

    /// <summary>The newest counts of every campaign with the form version, the campaign that opened first first.</summary>
    public async Task<IReadOnlyList<SelectionSnapshot>> OfCampaignsWithAsync(Guid form, CancellationToken cancellationToken)
    {
        List<Guid> campaigns = await db.Campaigns.Where(c => c.FormVersionId == form).OrderBy(c => c.OpensAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var found = new List<SelectionSnapshot>();
        foreach (Guid campaign in campaigns)
        {
            if (await OfCampaignAsync(campaign, cancellationToken) is { } snapshot)
            {
                found.Add(snapshot);
            }
        }

        return found;
    }
}
