namespace EqAssess.Domain.Reports.Manual;

/// <summary>The jobs that the test was shown to fit, by people who know them.</summary>
public static class JobRelatedness
{
    public static ReportSection Of(IReadOnlyList<JobFacts> jobs, ReportWords words) => words.Chapter(
        "job",
        [
            words.Say("job.Lead"),
            .. jobs.Count == 0
                ? [words.NotYet("job")]
                : new Block[]
                {
                    words.Grid("job.List", ["Tasks", "Matter", "Raters", "Finished", "Domains"], jobs.Select(j => new GridRow(
                        j.Simulated ? words("Manual.job.Simulated", j.Job) : j.Job,
                        [words.Count(j.Tasks), words.Count(j.Matter), words.Count(j.Raters), words.Day(j.FinishedOn), string.Join(", ", j.Domains)]))),
                },
            .. jobs.Any(j => j.Simulated) ? [words.Care("job.SimulatedNote")] : Array.Empty<Block>(),
        ]);
}

/// <param name="Matter">Tasks that are important and frequent.</param>
/// <param name="Raters">Who rated them.</param>
/// <param name="Domains">Titles of the domains that rest on such a task.</param>
public sealed record JobFacts(string Job, int Tasks, int Matter, int Raters, DateOnly FinishedOn, IReadOnlyList<string> Domains, bool Simulated);
