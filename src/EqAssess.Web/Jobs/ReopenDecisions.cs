using EqAssess.Data;
using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Asks for a new decision where somebody was rejected and a new scoring shows a higher score.</summary>
public sealed class ReopenDecisions : Job
{
    private const int MostInOneRun = 500;

    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        Reopenings reopenings = services.GetRequiredService<Reopenings>();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        return await EachAsync(await reopenings.DueAsync(MostInOneRun, cancellationToken), ReopenAsync, cancellationToken);

        async Task<bool> ReopenAsync(Guid invitation)
        {
            db.ChangeTracker.Clear();
            return await reopenings.ReopenAsync(invitation, cancellationToken);
        }
    }
}
