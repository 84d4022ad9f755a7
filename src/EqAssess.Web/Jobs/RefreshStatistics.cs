using EqAssess.Data;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>Puts estimates in the place of planning values once enough people have taken a form.</summary>
public sealed class RefreshStatistics : Job
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(10);

    public override JobQueue Queue => JobQueue.Bulk;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        EstimateService estimates = services.GetRequiredService<EstimateService>();
        int done = 0;
        foreach (Guid form in await db.FormVersions.Select(f => f.Id).ToListAsync(cancellationToken))
        {
            done += await estimates.RefreshAsync(form, cancellationToken) ? 1 : 0;
        }

        return done;
    }
}
