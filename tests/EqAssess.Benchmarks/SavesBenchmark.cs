using System.Diagnostics;
using System.Globalization;
using System.Net;
using EqAssess.Testing;
using EqAssess.Testing.Load;

namespace EqAssess.Benchmarks;

/// <summary>
/// Candidates who answer as fast as their answers are acknowledged, on SQLite, by HTTP on loopback with the generator beside the server;
/// and the same generator against <see cref="FloorServer"/>. The limit on requests of one session is set out of the way.
/// </summary>
internal static class SavesBenchmark
{
    private const int Single = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(int people, TextWriter output)
    {
        using LoadedSite site = await LoadedSite.CreateAsync(people + 1, TimeSpan.FromHours(2));
        await using ServerProcess server = await ServerProcess.StartAsync(site.Settings.With("Attempts__RequestsPerMinute", "1000000"));
        using HttpClient http = LoadCandidate.NewClient();
        List<LoadCandidate> candidates = [];
        foreach (string token in site.Tokens)
        {
            candidates.Add(new LoadCandidate(http, server.Url, token));
            await BeginAsync(candidates[^1]);
        }

        Run saves = await MeasureAsync(candidates.Take(people).Select((c, i) => (Func<int, Task>)(n => SaveAsync(c, n))), () => server.ProcessorTime);
        int entries = candidates.Take(people).Max(c => c.Sequence);
        (double early, double late) = await OneByOneAsync(candidates[people]);
        using LoadedFloor floor = await LoadedFloor.StartAsync(http);
        Run bare = await MeasureAsync(Enumerable.Range(0, people).Select(_ => (Func<int, Task>)floor.PostAsync), () => floor.ProcessorTime);
        await PrintAsync(output, people, entries, (saves, server.PeakMemory), (bare, floor.PeakMemory), (early, late));
    }

    private static async Task BeginAsync(LoadCandidate candidate)
    {
        await candidate.OpenLinkAsync();
        await candidate.StartAsync();
        await candidate.OpenTestAsync();
    }

    private static async Task SaveAsync(LoadCandidate candidate, int number)
    {
        HttpStatusCode status = await candidate.SaveAsync(Guid.NewGuid(), (char)('a' + (number % 4)), 1 + (number / 4 % 4));
        if (status != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"A save was answered with {status}.");
        }
    }

    private static async Task<Run> MeasureAsync(IEnumerable<Func<int, Task>> senders, Func<TimeSpan> processorTime)
    {
        long from = Stopwatch.GetTimestamp();
        Task<List<(double At, double Took)>[]> sending = Task.WhenAll(senders.Select(send => SendAsync(send, from)));
        await Task.Delay(WarmUp);
        TimeSpan before = processorTime();
        List<(double At, double Took)>[] all = await sending;
        TimeSpan used = processorTime() - before;
        List<(double At, double Took)> counted = [.. all.SelectMany(a => a).Where(r => r.At >= WarmUp.TotalSeconds)];
        double half = WarmUp.TotalSeconds + (Measured.TotalSeconds / 2);
        return new Run(
            counted.Count / Measured.TotalSeconds,
            counted.Count(r => r.At < half) / (Measured.TotalSeconds / 2),
            counted.Count(r => r.At >= half) / (Measured.TotalSeconds / 2),
            used / counted.Count,
            Latencies.Of(counted.Select(r => r.Took)));
    }

    private static async Task<List<(double At, double Took)>> SendAsync(Func<int, Task> send, long from)
    {
        await Task.Yield();
        var done = new List<(double At, double Took)>();
        for (int i = 0; ; i++)
        {
            double began = Stopwatch.GetElapsedTime(from).TotalSeconds;
            await send(i);
            double ended = Stopwatch.GetElapsedTime(from).TotalSeconds;
            if (ended >= (WarmUp + Measured).TotalSeconds)
            {
                return done;
            }

            done.Add((ended, (ended - began) * 1000));
        }
    }

    /// <summary>One candidate alone: medians of the second and of the last 200 of many saves of one attempt, in milliseconds.</summary>
    private static async Task<(double Early, double Late)> OneByOneAsync(LoadCandidate candidate)
    {
        var times = new List<double>();
        for (int i = 0; i < Single; i++)
        {
            long from = Stopwatch.GetTimestamp();
            await SaveAsync(candidate, i);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        return (Latencies.Of(times.Skip(200).Take(200)).At(0.5), Latencies.Of(times.TakeLast(200)).At(0.5));
    }

    private static async Task PrintAsync(
        TextWriter output, int people, int entries, (Run Run, long Memory) saves, (Run Run, long Memory) floor, (double Early, double Late) single)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        await output.WriteLineAsync(string.Create(invariant, $"{people} candidates for {Measured.TotalSeconds:0} s after {WarmUp.TotalSeconds:0} s that do not count; {Environment.ProcessorCount} processors with the generator on them, .NET {Environment.Version}. Times in ms; server µs: processor time of the server for one save."));
        await output.WriteLineAsync();
        await output.WriteLineAsync("| | saves/s | of the floor | p50 | p95 | p99 | longest | server µs | peak MB |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        await output.WriteLineAsync(string.Create(invariant, $"| EqAssess | {saves.Run.PerSecond:0} | {saves.Run.PerSecond / floor.Run.PerSecond:0%} | {saves.Run.Latencies.Cells()} | {saves.Run.ProcessorTime.TotalMicroseconds:0} | {saves.Memory / 1_048_576} |"));
        await output.WriteLineAsync(string.Create(invariant, $"| floor | {floor.Run.PerSecond:0} | 100% | {floor.Run.Latencies.Cells()} | {floor.Run.ProcessorTime.TotalMicroseconds:0} | {floor.Memory / 1_048_576} |"));
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(invariant, $"Saves/s in the first half {saves.Run.FirstHalf:0}, in the second {saves.Run.SecondHalf:0}; the longest log had {entries} entries by then."));
        await output.WriteLineAsync(string.Create(invariant, $"One candidate alone, one attempt of {Single} saves: median {single.Early:0.00} ms of the second 200, {single.Late:0.00} ms of the last 200."));
    }

    private sealed record Run(double PerSecond, double FirstHalf, double SecondHalf, TimeSpan ProcessorTime, Latencies Latencies);
}
