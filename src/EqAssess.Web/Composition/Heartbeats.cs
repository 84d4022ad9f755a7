using EqAssess.Data.Databases;
using EqAssess.Web.Services;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Gives signs of life for as long as the process runs, and looks whether the machine's clock was set.</summary>
internal sealed partial class Heartbeats(
    Pulse pulse, SharedClock clock, StorageState storage, IOptions<AttemptOptions> options, TimeProvider time, ILogger<Heartbeats> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.BeatSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task BeatAsync()
    {
        try
        {
            await clock.LookAsync();
            await pulse.BeatAsync();
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure))
        {
            storage.Failed(failure);
        }
        catch (Exception failure)
        {
            // An exception that leaves a hosted service ends the process, and every test that is running with it.
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No sign of life could be written.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
