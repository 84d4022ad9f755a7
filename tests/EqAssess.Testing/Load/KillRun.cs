using System.Collections.Concurrent;
using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Load;

/// <summary>
/// Candidates answer as fast as they can while the server is killed at random moments, as by a power cut of the process, and started
/// again. In the end everything that was acknowledged is looked for in the database.
/// </summary>
public sealed class KillRun
{
    /// <summary>Short, so that attempts run out while the server is killed, or is down.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(2);
    private readonly LoadedSite site;
    private readonly ServerSettings settings;
    private readonly HttpClient http = LoadCandidate.NewClient();
    private readonly ConcurrentQueue<string> tokens;
    private readonly List<(Guid Attempt, DateTimeOffset Deadline)> seen = [];
    private readonly Random random;
    private long acknowledged;

    private KillRun(LoadedSite site, int seed)
    {
        this.site = site;
        settings = site.Settings.With("Attempts__RequestsPerMinute", "1000000").With("Attempts__GraceSeconds", "2");
        tokens = new ConcurrentQueue<string>(site.Tokens);
        random = new Random(seed);
    }

    /// <param name="times">How often the server is killed.</param>
    /// <param name="people">How many answer at any one time.</param>
    public static async Task<KillReport> RunAsync(int times, int people, int seed)
    {
        using LoadedSite filled = await LoadedSite.CreateAsync(people * (times + 4), Limit);
        var run = new KillRun(filled, seed);
        using (run.http)
        {
            return await run.RunAsync(times, people);
        }
    }

    private async Task<KillReport> RunAsync(int times, int people)
    {
        ServerProcess server = await ServerProcess.StartAsync(settings);
        using var enough = new CancellationTokenSource();
        Task<IReadOnlyList<KillSave>>[] answering =
        [
            .. Enumerable.Range(0, people).Select(i => new KillCandidates(http, server.Url, tokens, new Random(random.Next()), () => Interlocked.Increment(ref acknowledged)).AnswerAsync(enough.Token)),
        ];
        try
        {
            for (int i = 0; i < times; i++)
            {
                await MomentAsync();
                await server.KillAsync();
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(settings);
                await LookAsync();
            }

            await enough.CancelAsync();
            List<KillSave> saves = [.. (await Task.WhenAll(answering)).SelectMany(s => s)];
            await using EqAssessDb db = site.OpenDatabase();
            await Waiting.UntilAsync("The end of every attempt with its score", LongestEnd, async () => await UnfinishedAsync(db) == 0);
            return await KillReport.OfAsync(db, times, saves, seen, Limit);
        }
        finally
        {
            await enough.CancelAsync();
            await server.DisposeAsync();
        }
    }

    /// <summary>Mostly under load: a server that has just started needs a while for its first answer. Every fifth time, whatever it does.</summary>
    private async Task MomentAsync()
    {
        long before = Interlocked.Read(ref acknowledged);
        if (random.Next(5) > 0)
        {
            await Waiting.UntilAsync("The first answer after a start", LongestEnd, () => Task.FromResult(Interlocked.Read(ref acknowledged) > before));
        }

        await Task.Delay(random.Next(0, 1_500));
    }

    /// <summary>Keeps every deadline that the database shows: in the end the log has to explain each of them.</summary>
    private async Task LookAsync()
    {
        await using EqAssessDb db = site.OpenDatabase();
        List<AttemptRow> rows = await db.Attempts.AsNoTracking().ToListAsync();
        seen.AddRange(rows.Select(r => (r.Id, r.Deadline)));
    }

    private static async Task<int> UnfinishedAsync(EqAssessDb db) =>
        await db.Attempts.CountAsync(a => a.ClosedAt == null || !db.ScoreRuns.Any(r => r.AttemptId == a.Id));
}
