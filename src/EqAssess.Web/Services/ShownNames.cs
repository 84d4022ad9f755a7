using EqAssess.Data.Tables;

namespace EqAssess.Web.Services;

/// <summary>Under which name candidates stand in papers and exports: as <see cref="Identities"/> shows them to the reader.</summary>
public sealed class ShownNames(Identities identities)
{
    /// <param name="staff">Who reads; null for a job.</param>
    /// <returns>By invitation: the name, or the code in its place.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(
        CampaignRow campaign, IReadOnlyCollection<Guid> invitations, Guid? staff, CancellationToken cancellationToken) =>
        (await identities.OfAsync(campaign, staff, invitations, cancellationToken)).ToDictionary(i => i.Key, i => i.Value.Label);
}
