using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using EqAssess.Testing;
using EqAssess.Testing.Load;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>
/// Everybody comes at once: people open their link, press Start and see the first scenario, spread evenly over fifty seconds; all have to
/// be in their test within a minute, with no failure, and 95 of 100 requests of each kind answered within half a second.
/// </summary>
internal static class StartBenchmark
{
    private const double Longest = 500;
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(50);
    private static readonly string[] Requests = ["GET /t/{token}", "POST /t/{token}", "GET /take"];

    public static async Task RunAsync(int people, TextWriter output)
    {
        using LoadedSite site = await LoadedSite.CreateAsync(people, TimeSpan.FromMinutes(40));
        await using ServerProcess server = await ServerProcess.StartAsync(site.Settings);
        using HttpClient http = LoadCandidate.NewClient();
        var times = new ConcurrentBag<(int Request, double Took)>();
        var failures = new ConcurrentBag<string>();
        long from = Stopwatch.GetTimestamp();
        await Task.WhenAll(site.Tokens.Select((token, i) => ComeAsync(new LoadCandidate(http, server.Url, token), Spread * i / people, times, failures)));
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        await using var db = site.OpenDatabase();
        int started = await db.Attempts.CountAsync();
        await PrintAsync(output, people, took, started, times, failures, server.PeakMemory);
    }

    private static async Task ComeAsync(LoadCandidate candidate, TimeSpan after, ConcurrentBag<(int Request, double Took)> times, ConcurrentBag<string> failures)
    {
        await Task.Delay(after);
        Func<Task>[] requests = [candidate.OpenLinkAsync, candidate.StartAsync, candidate.OpenTestAsync];
        try
        {
            foreach ((int index, Func<Task> request) in requests.Index())
            {
                long from = Stopwatch.GetTimestamp();
                await request();
                times.Add((index, Stopwatch.GetElapsedTime(from).TotalMilliseconds));
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            failures.Add(failure.Message);
        }
    }

    private static async Task PrintAsync(
        TextWriter output, int people, TimeSpan took, int started, ConcurrentBag<(int Request, double Took)> times, ConcurrentBag<string> failures, long memory)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        await output.WriteLineAsync(string.Create(invariant, $"{people} people within {Spread.TotalSeconds:0} s; the last was in the test after {took.TotalSeconds:0.0} s. {started} attempts, {failures.Count} failures, {memory / 1_048_576} MB at most; {Environment.ProcessorCount} processors with the generator on them. Times in ms."));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| request | p50 | p95 | p99 | longest | p95 under 500 |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|---|");
        foreach (var request in times.GroupBy(t => t.Request).OrderBy(g => g.Key))
        {
            Latencies latencies = Latencies.Of(request.Select(r => r.Took));
            await output.WriteLineAsync($"| {Requests[request.Key]} | {latencies.Cells()} | {(latencies.At(0.95) < Longest ? "yes" : "no")} |");
        }

        foreach (string failure in failures.Distinct().Take(5))
        {
            await output.WriteLineAsync($"* {failure}");
        }
    }
}
