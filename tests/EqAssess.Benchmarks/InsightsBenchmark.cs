using System.Diagnostics;
using System.Globalization;
using EqAssess.Data;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>Statistics of a form that many people took: one run of the job, which reads every log once and works out form and campaign.</summary>
internal static class InsightsBenchmark
{
    private const int Items = 24;

    public static async Task RunAsync(int people, TextWriter output)
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(Items, minutes: 40);
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(sample.Form, CancellationToken.None));
        await site.DoAsync((EqAssessDb db) => new Cohort(db, plan, sample.Campaign).AddAsync(people));
        long entries = await site.ReadAsync(db => db.AttemptLog.LongCountAsync());
        GC.Collect();
        long before = Process.GetCurrentProcess().PeakWorkingSet64;
        long from = Stopwatch.GetTimestamp();
        await site.RunAsync<RefreshStatistics>();
        TimeSpan took = Stopwatch.GetElapsedTime(from);
        Process.GetCurrentProcess().Refresh();
        long after = Process.GetCurrentProcess().PeakWorkingSet64;
        var rows = await site.ReadAsync(db => db.Insights.OrderBy(i => i.DrawnAt).ThenBy(i => i.Id).Select(i => new { i.Attempts, i.TookMilliseconds, i.Content.Length }).ToListAsync());
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{people} people, {Items} scenarios, {entries} entries; {Environment.ProcessorCount} processors, SQLite.\n\n| statistics | attempts counted | ms | stored, KB |\n|---|--:|--:|--:|"));
        foreach ((int i, var row) in rows.Index())
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {(i == 0 ? "form, with reading" : "campaign")} | {row.Attempts} | {row.TookMilliseconds} | {row.Length / 1024} |"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"\nThe whole run took {took.TotalSeconds:0.0} s; largest memory of the process {before / 1_048_576} MB before and {after / 1_048_576} MB after."));
    }
}
