using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Draws the PDF of reports that were asked for.</summary>
public sealed class DrawReports : Job
{
    private const int MostInOneRun = 50;

    public override TimeSpan Interval => TimeSpan.FromSeconds(10);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        ReportService reports = services.GetRequiredService<ReportService>();
        int done = 0;
        foreach (Guid report in await reports.DueAsync(MostInOneRun, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            done += await reports.DrawAsync(report, cancellationToken) ? 1 : 0;
        }

        return done;
    }
}
