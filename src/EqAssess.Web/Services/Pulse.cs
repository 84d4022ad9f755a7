using System.Runtime.ExceptionServices;
using EqAssess.Web.Composition;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>
/// The sign of life of this process. While the last one is older than an outage may be, nobody knows what attempts are owed: no request of
/// a candidate is answered and no attempt closed before a new one is written and every outage compensated.
/// </summary>
public sealed class Pulse(IServiceScopeFactory scopes, IOptions<AttemptOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FailureIsKnown = TimeSpan.FromSeconds(2);

    private readonly Guid process = Guid.CreateVersion7();
    private readonly long start = time.GetTimestamp();
    private readonly SemaphoreSlim one = new(1);
    private long? written;
    private long settled = long.MinValue;
    private (long At, Exception Failure)? failed;

    /// <summary>Whether this process gave a sign of life, and all their time back, so lately that no outage can lie behind it.</summary>
    public bool Fresh => Interlocked.Read(ref settled) is var last && last != long.MinValue
        && time.GetElapsedTime(last) <= TimeSpan.FromSeconds(options.Value.OutageSeconds);

    /// <summary>Gives a sign of life, and gives back what the gap before it took.</summary>
    public Task BeatAsync() => BeatAsync(always: true);

    /// <summary>The same where it is due; one asks, and all wait for the answer.</summary>
    public Task SettleAsync() => Fresh ? Task.CompletedTask : BeatAsync(always: false);

    public void Dispose() => one.Dispose();

    private async Task BeatAsync(bool always)
    {
        await one.WaitAsync();
        try
        {
            if (!always && failed is { } last && time.GetElapsedTime(last.At) < FailureIsKnown)
            {
                // Whoever waited while it failed has the same answer, and not the same wait once more.
                ExceptionDispatchInfo.Throw(last.Failure);
            }

            if (always || !Fresh)
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                OutageService outages = scope.ServiceProvider.GetRequiredService<OutageService>();
                long now = time.GetTimestamp();
                await outages.BeatAsync(new Alive(process, time.GetElapsedTime(start, now), written is { } before ? time.GetElapsedTime(before, now) : null));
                written = now;
                await scope.ServiceProvider.GetRequiredService<LostTime>().CompensateAsync();
                Interlocked.Exchange(ref settled, now);
                failed = null;
            }
        }
        catch (Exception failure)
        {
            failed ??= (time.GetTimestamp(), failure);
            failed = time.GetElapsedTime(failed.Value.At) < FailureIsKnown ? failed : (time.GetTimestamp(), failure);
            throw;
        }
        finally
        {
            one.Release();
        }
    }
}
