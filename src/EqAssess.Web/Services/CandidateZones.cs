using EqAssess.Data;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The time zones of candidates, as their own devices tell them. Nobody who decides sees them.</summary>
public sealed class CandidateZones(EqAssessDb db)
{
    private const int Longest = 100;

    public Task<string?> OfAsync(Guid candidate, CancellationToken cancellationToken) =>
        db.Candidates.Where(c => c.Id == candidate).Select(c => c.Zone).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Keeps a zone that exists, and nothing else.</summary>
    public async Task KeepAsync(Guid candidate, string? zone)
    {
        if (zone is { Length: > 0 and <= Longest } && zone.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            await db.Candidates.Where(c => c.Id == candidate && c.ErasedAt == null && c.Zone != zone).ExecuteUpdateAsync(s => s.SetProperty(c => c.Zone, zone));
        }
    }
}
