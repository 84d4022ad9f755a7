using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Services;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Draws the PDF of reports that were asked for, as many at once as the engine prints. It asks anew after each handful, so that one paper
/// that somebody waits for is not behind a batch of five hundred.
/// </summary>
public sealed class DrawReports : Job
{
    private const int RoundsInOneRun = 500;

    public override TimeSpan Interval => TimeSpan.FromSeconds(10);

    public override JobQueue Queue => JobQueue.Bulk;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        int atOnce = services.GetRequiredService<IOptions<PdfOptions>>().Value.AtOnce;
        int handful = 2 * atOnce;
        int done = 0;
        for (int round = 0; round < RoundsInOneRun; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IReadOnlyList<Guid> due = await DueAsync(services, handful, cancellationToken);
            if (due.Count == 0)
            {
                break;
            }

            int drawn = await DrawAsync(services, due, atOnce, cancellationToken);
            done += drawn;
        }

        return done;
    }

    private static async Task<IReadOnlyList<Guid>> DueAsync(IServiceProvider services, int most, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        var drawing = scope.ServiceProvider.GetRequiredService<ReportDrawing>();
        IReadOnlyList<Guid> due = await drawing.DueAsync(most, cancellationToken);
        if (due.Count < most && await scope.ServiceProvider.GetRequiredService<ReportBatches>().AskAsync(most, cancellationToken) > 0)
        {
            due = await drawing.DueAsync(most, cancellationToken);
        }

        return due;
    }

    private static async Task<int> DrawAsync(IServiceProvider services, IReadOnlyList<Guid> due, int atOnce, CancellationToken cancellationToken)
    {
        int drawn = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, limits, async (report, cancelled) =>
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ReportDrawing>().DrawAsync(report, cancelled))
            {
                Interlocked.Increment(ref drawn);
            }
        });
        return drawn;
    }
}
