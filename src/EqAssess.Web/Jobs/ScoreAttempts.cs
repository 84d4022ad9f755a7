using EqAssess.Data;
using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Scores closed attempts that have no score run under the current plan.</summary>
public sealed class ScoreAttempts : Job
{
    private const int MostInOneRun = 500;

    public override TimeSpan Interval => TimeSpan.FromSeconds(5);

    public override JobQueue Queue => JobQueue.Critical;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        ScoringService scoring = services.GetRequiredService<ScoringService>();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        IReadOnlyList<Guid> due = await scoring.DueAsync(MostInOneRun, cancellationToken);
        return await EachAsync(due, ScoreAsync, cancellationToken);

        async Task<bool> ScoreAsync(Guid attempt)
        {
            db.ChangeTracker.Clear();
            return await scoring.ScoreAsync(attempt, cancellationToken);
        }
    }
}
