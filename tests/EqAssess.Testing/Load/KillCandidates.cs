using System.Collections.Concurrent;
using System.Net;

namespace EqAssess.Testing.Load;

/// <param name="Acknowledged">Whether the server said that it was saved; otherwise it may be there or not, once at most.</param>
public sealed record KillSave(Guid Entry, char Option, int Rating, bool Acknowledged);

/// <summary>
/// One candidate after the other: each starts, answers until enough, and hands in or goes away. What fails because the server is gone is
/// sent again until it is answered, a save with the id that it had.
/// </summary>
internal sealed class KillCandidates(HttpClient http, string url, ConcurrentQueue<string> tokens, Random random, Action acknowledged)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly List<KillSave> saves = [];

    public async Task<IReadOnlyList<KillSave>> AnswerAsync(CancellationToken enough)
    {
        await Task.Yield();
        while (!enough.IsCancellationRequested && tokens.TryDequeue(out string? token))
        {
            var candidate = new LoadCandidate(http, url, token);
            if (await UntilAnsweredAsync(candidate.OpenLinkAsync, enough) && await UntilAnsweredAsync(candidate.StartAsync, enough)
                && await UntilAnsweredAsync(candidate.OpenTestAsync, enough))
            {
                await SitAsync(candidate, enough);
            }
        }

        return saves;
    }

    private async Task SitAsync(LoadCandidate candidate, CancellationToken enough)
    {
        DateTime until = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(random.Next(1, 20));
        bool open = true;
        while (open && !enough.IsCancellationRequested && TimeProvider.System.GetUtcNow().UtcDateTime < until)
        {
            open = await SaveAsync(candidate, enough);
        }

        if (open && random.Next(2) == 0)
        {
            await UntilAnsweredAsync(candidate.HandInAsync, enough);
        }
    }

    /// <returns>Whether the attempt takes more.</returns>
    private async Task<bool> SaveAsync(LoadCandidate candidate, CancellationToken enough)
    {
        (Guid entry, char option, int rating) = (Guid.NewGuid(), (char)('a' + random.Next(4)), random.Next(1, 5));
        HttpStatusCode? status = null;
        await UntilAnsweredAsync(
            async () =>
            {
                status = await candidate.SaveAsync(entry, option, rating);
                if (status >= HttpStatusCode.InternalServerError)
                {
                    throw new HttpRequestException($"{status}", null, status);
                }
            },
            enough);
        saves.Add(new KillSave(entry, option, rating, status == HttpStatusCode.OK));
        if (status == HttpStatusCode.OK)
        {
            acknowledged();
        }

        return status == HttpStatusCode.OK;
    }

    /// <returns>False when the server answered and the answer was no, or nobody is interested any more.</returns>
    private static async Task<bool> UntilAnsweredAsync(Func<Task> request, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await request();
                return true;
            }
            catch (HttpRequestException refused) when (refused.StatusCode is { } status && status < HttpStatusCode.InternalServerError)
            {
                return false;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }

        return false;
    }
}
