using EqAssess.Data;
using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Computes what proposed scorings would change, for campaigns too large for a page to wait.</summary>
public sealed class PreviewRescorings : Job
{
    public override TimeSpan Interval => TimeSpan.FromSeconds(30);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        RescoringPreviews previews = services.GetRequiredService<RescoringPreviews>();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        return await EachAsync(await previews.DueAsync(cancellationToken), ComputeAsync, cancellationToken);

        async Task<bool> ComputeAsync(Guid rescoring)
        {
            db.ChangeTracker.Clear();
            return await previews.ComputeAsync(rescoring, cancellationToken);
        }
    }
}
