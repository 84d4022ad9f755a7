using EqAssess.Web.Jobs;
using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>
/// The workers of this node: some for each queue, because a storage may serve queues in the order of their names, and a batch of reports must never
/// stand in front of an attempt that has to be closed. Stopping tells jobs that are under way, and waits for them.
/// </summary>
internal sealed class HangfireServers(JobStorage storage, HangfireSchedule schedule, IJobFilterProvider filters, JobActivator activator, IOptions<JobOptions> options)
    : IHostedService, IDisposable
{
    private readonly List<BackgroundJobServer> servers = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        schedule.Begin();
        int bulk = Math.Max(1, options.Value.AtOnce / 5);
        int critical = Math.Max(1, (options.Value.AtOnce - bulk) / 2);
        servers.Add(Server(JobQueue.Critical, critical));
        servers.Add(Server(JobQueue.Default, Math.Max(1, options.Value.AtOnce - bulk - critical)));
        servers.Add(Server(JobQueue.Bulk, bulk));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        servers.ForEach(s => s.SendStop());
        await Task.WhenAll(servers.Select(s => s.WaitForShutdownAsync(cancellationToken)));
    }

    public void Dispose() => servers.ForEach(s => s.Dispose());

    private BackgroundJobServer Server(JobQueue queue, int workers) => new(
        new BackgroundJobServerOptions
        {
            Queues = [HangfireRules.QueueOf(queue)],
            WorkerCount = workers,
            Activator = activator,
            FilterProvider = filters,

            // One looks after what recurs and what is tried again; every second, for intervals are short.
            IsLightweightServer = !LooksAfterSchedule(queue),
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
        },
        storage,
        LooksAfterSchedule(queue) ? [schedule] : []);

    private static bool LooksAfterSchedule(JobQueue queue) => queue == JobQueue.Critical;
}
