using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Admin;

/// <summary>How the server is: what its jobs did, whether its clock and its storage can be relied on, and when nobody could reach it.</summary>
public sealed class JobsModel(EqAssessDb db, SteadyClock clock, StorageState storage, JobRuns runs) : PageModel
{
    private const int MostOutages = 10;
    private const int MostRuns = 30;

    public TimeSpan ClockStepped => clock.Stepped;

    public string? StorageFailure => storage.Failure;

    /// <summary>Runs of this server that found work or failed, the latest first.</summary>
    public IReadOnlyList<(Job Job, JobRun Run)> History { get; } =
        [.. JobCatalogue.All.SelectMany(job => runs.HistoryOf(job).Select(run => (job, run))).OrderByDescending(r => r.run.StartedAt).Take(MostRuns)];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Outage> Outages { get; private set; } = [];

    /// <summary>Messages that may have arrived or not.</summary>
    public int Uncertain { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Uncertain = await db.Messages.CountAsync(m => m.State == MessageState.Uncertain, cancellationToken);
        Outages = await db.Outages.AsNoTracking().OrderByDescending(o => o.BeganAt).Take(MostOutages).ToListAsync(cancellationToken);
    }
}
