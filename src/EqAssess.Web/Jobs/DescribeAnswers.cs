using EqAssess.Data;
using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Works out how the scale was used in tests that are scored: for base rates, and for the filter of a list.</summary>
public sealed class DescribeAnswers : Job
{
    private const int MostInOneRun = 500;

    public override TimeSpan Interval => TimeSpan.FromSeconds(20);

    public override JobQueue Queue => JobQueue.Bulk;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        AnswerPatterns patterns = services.GetRequiredService<AnswerPatterns>();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        return await EachAsync(await patterns.DueAsync(MostInOneRun, cancellationToken), DescribeAsync, cancellationToken);

        async Task<bool> DescribeAsync(Guid attempt)
        {
            db.ChangeTracker.Clear();
            return await patterns.DescribeAsync(attempt, cancellationToken);
        }
    }
}
