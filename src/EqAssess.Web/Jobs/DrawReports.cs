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
        IReadOnlyList<Guid> due = await DueAsync(services, handful, cancellationToken);
        for (int round = 0; round < RoundsInOneRun; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // While one handful is printed, the next one is composed: the browser does not wait for words.
            Task<int> composed = ComposeAsync(services, handful, cancellationToken);
            Task<int> drawn = DrawAsync(services, due, atOnce, cancellationToken);
            await Task.WhenAll(composed, drawn);
            done += await drawn;
            due = await DueAsync(services, handful, cancellationToken);
            if (due.Count == 0 && await composed == 0)
            {
                break;
            }
        }

        return done;
    }

    private static async Task<IReadOnlyList<Guid>> DueAsync(IServiceProvider services, int most, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportDrawing>().DueAsync(most, cancellationToken);
    }

    private static async Task<int> ComposeAsync(IServiceProvider services, int most, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportBatches>().AskAsync(most, cancellationToken);
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
