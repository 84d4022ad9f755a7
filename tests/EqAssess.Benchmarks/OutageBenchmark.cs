using System.Diagnostics;
using System.Globalization;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>
/// A server comes back while many tests run: before it listens, all of them get the time of the outage. Each has a log of a scenario shown
/// and twelve answers; the node that comes back knows none of them.
/// </summary>
internal static class OutageBenchmark
{
    private const int Answers = 12;
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(int people, TextWriter output)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await BeginAsync(site, sample, i));
        await site.DoAsync((OutageService s) => s.BeatAsync(new Alive(Guid.CreateVersion7(), TimeSpan.Zero, null)));
        site.Time.Advance(Away);
        await using TestSite back = site.AddNode();

        long from = Stopwatch.GetTimestamp();
        await back.DoAsync((OutageService s) => s.BeatAsync(new Alive(Guid.CreateVersion7(), TimeSpan.Zero, null)));
        await back.DoAsync((LostTime s) => s.CompensateAsync());
        TimeSpan took = Stopwatch.GetElapsedTime(from);

        DateTimeOffset expected = TestSite.Start.AddMinutes(20) + Away;
        int moved = await site.ReadAsync(db => db.Attempts.CountAsync(a => a.Deadline == expected));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{people} running attempts, {moved} deadlines moved; it took {took.TotalSeconds:0.00} s; {Environment.ProcessorCount} processors."));
    }

    private static async Task BeginAsync(TestSite site, SampleCampaign sample, int number)
    {
        Guid attempt = await site.BeginAttemptAsync(sample.Campaign, $"person-{number}");
        var page = Guid.CreateVersion7();
        await site.AskAsync((AttemptService s) => s.PresentAsync(attempt, sample.Items[0], page));
        for (int i = 0; i < Answers; i++)
        {
            var choices = new Dictionary<string, string> { [$"{(char)('a' + (i % 4))}"] = $"{(i % 3) + 1}" };
            await site.AskAsync((AttemptService s) => s.AnswerAsync(attempt, new PostedAnswer(sample.Items[0], Guid.CreateVersion7(), page, i + 2, choices)));
        }
    }
}
