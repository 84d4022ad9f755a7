using System.Diagnostics;
using System.Globalization;
using EqAssess.Domain.Reports;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>
/// One report after the other, from its score to the stored PDF: 95 of 100 within two seconds. Then a batch for all people, drawn by the
/// job, at least five a second; and its zip, for which memory must not grow with the number of people.
/// </summary>
internal static class ReportsBenchmark
{
    private const int Items = 24;
    private const int Singles = 60;

    public static async Task RunAsync(int people, TextWriter output)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items, minutes: 40);
        await new FinishedAttempts(site, sample).AddAsync(people);
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }

        List<Guid> runs = await site.ReadAsync(db => db.ScoreRuns.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync());
        await SingleAsync(site, runs[0]);
        var singles = new List<double>();
        foreach (Guid run in runs.Skip(1).Take(Singles))
        {
            singles.Add(await SingleAsync(site, run));
        }

        Latencies latencies = Latencies.Of(singles);
        CultureInfo invariant = CultureInfo.InvariantCulture;
        await output.WriteLineAsync($"{people} people, {Items} scenarios; {Environment.ProcessorCount} processors, the browser on them too. Times in ms.");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| one report at a time | p50 | p95 | p99 | longest | p95 under 2000 |");
        await output.WriteLineAsync("|---|--:|--:|--:|--:|---|");
        await output.WriteLineAsync($"| compose, store, draw | {latencies.Cells()} | {(latencies.At(0.95) < 2000 ? "yes" : "no")} |");
        await output.WriteLineAsync();
        await BatchAsync(site, sample.Campaign, people, output, invariant);
    }

    private static async Task<double> SingleAsync(TestSite site, Guid run)
    {
        long from = Stopwatch.GetTimestamp();
        ComposedReport report = (await site.AskAsync((ReportDocuments d) => d.ComposeAsync(run, ReportKind.Recruiter, null, CancellationToken.None)))!;
        await site.AskAsync((ReportService r) => r.StoreAsync(report.Document, report.Canonical, report.ScoreRuns, null, CancellationToken.None));
        await site.RunAsync<DrawReports>();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    /// <summary>Interview guides, so that no paper of the first part is found again.</summary>
    private static async Task BatchAsync(TestSite site, Guid campaign, int people, TextWriter output, CultureInfo invariant)
    {
        long from = Stopwatch.GetTimestamp();
        Guid batch = (await site.AskAsync((ReportBatches b) => b.StartAsync(campaign, ReportKind.InterviewGuide, [], null, CancellationToken.None)))!.Value;
        int drawn = await site.RunAsync<DrawReports>();
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var zip = new CountingStream();
        await site.DoAsync(async (ReportZip writer) =>
        {
            (Data.Tables.CampaignRow row, Data.Tables.ReportBatch asked) = await site.ReadAsync(async db =>
                (await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign), await db.ReportBatches.AsNoTracking().SingleAsync(b => b.Id == batch)));
            await writer.WriteAsync(row, asked, null, zip, [], CancellationToken.None);
        });
        await output.WriteLineAsync(string.Create(
            invariant,
            $"Batch: {drawn} of {people} papers in {took.TotalSeconds:0.0} s, {drawn / took.TotalSeconds:0.0} a second (target 5). Zip of {zip.Length / 1_048_576.0:0.0} MB: managed memory {before / 1_048_576.0:0.0} MB before, at most {zip.MostMemory / 1_048_576.0:0.0} MB while it was written."));
    }
}
