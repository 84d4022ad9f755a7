using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EqAssess.Web.Tests.Engines;

/// <summary>The built-in job engine with jobs of a test, in a host of its own that has nothing else.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly TestDatabase database;

    private JobHost(IHost host, TestDatabase database)
    {
        this.host = host;
        this.database = database;
    }

    public JobRuns Runs => host.Services.GetRequiredService<JobRuns>();

    public static async Task<JobHost> StartAsync(string engine, JobOptions options, params Job[] jobs) =>
        await StartOnAsync(await TestDatabase.CreateEmptyAsync(engine), options, jobs);

    /// <summary>Another server on the database of this one. It goes first.</summary>
    public Task<JobHost> AddServerAsync(JobOptions options, params Job[] jobs) => StartOnAsync(new Borrowed(database), options, jobs);

    private static async Task<JobHost> StartOnAsync(TestDatabase empty, JobOptions options, Job[] jobs)
    {
        string engine = empty.Engine;
        var server = new DatabaseOptions { Engine = engine, ConnectionString = empty.ConnectionString };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(server));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddJobEngine(jobs, engine == "Sqlite" ? null : server);
        var made = new JobHost(builder.Build(), empty);
        await made.host.StartAsync();
        return made;
    }

    public Task NudgeAsync<TJob>()
        where TJob : Job => host.Services.GetRequiredService<IJobEngine>().NudgeAsync<TJob>();

    public static Task RunsAsync(ContractJob job, int times) =>
        Waiting.UntilAsync($"Run {times} of {job.Name}", TimeSpan.FromSeconds(60), () => Task.FromResult(job.Starts.Count >= times));

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await database.DisposeAsync();
    }

    /// <summary>A database that somebody else will take away.</summary>
    private sealed class Borrowed(TestDatabase of) : TestDatabase
    {
        public override string Engine => of.Engine;

        public override string ConnectionString => of.ConnectionString;

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
