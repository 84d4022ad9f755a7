namespace EqAssess.Domain.JobRecords;

/// <summary>What a job-relatedness record must hold before a test may be used to hire for the job, and for how long it holds.</summary>
/// <remarks>
/// A test that samples behaviour is justified by the job's important tasks, shown by people who know the job (Uniform Guidelines 1978,
/// 29 CFR 1607.14 C; SIOP Principles 2018). Numbers of raters and months are this product's own, from common practice.
/// </remarks>
public static class JobRecordRules
{
    /// <summary>Incumbents or supervisors who rated a task.</summary>
    public const int LeastRaters = 6;

    /// <summary>Months after which a record opens no further campaign.</summary>
    public const int ReviewAfterMonths = 24;

    /// <summary>The day from which on a record that was finished on <paramref name="finished"/> opens no further campaign.</summary>
    public static DateOnly ReviewOn(DateOnly finished) => finished.AddMonths(ReviewAfterMonths);

    public static bool IsCurrent(DateOnly finished, DateOnly today) => today < ReviewOn(finished);

    /// <summary>Domains that rest on a task that matters: those that campaigns on the record score.</summary>
    /// <param name="domains">Codes, in the bank's order.</param>
    /// <param name="links">Task and domain code.</param>
    /// <returns>In the order of <paramref name="domains"/>.</returns>
    public static IReadOnlyList<string> Linked(
        IReadOnlyList<string> domains, IReadOnlyCollection<(Guid Task, string Domain)> links, IReadOnlyList<TaskEvidence> evidence)
    {
        HashSet<Guid> matter = [.. evidence.Where(e => e.Matters).Select(e => e.Task)];
        return [.. domains.Where(d => links.Any(l => l.Domain == d && matter.Contains(l.Task)))];
    }

    /// <param name="raters">Raters who finished.</param>
    /// <param name="evidence">One per task.</param>
    /// <param name="linked">As <see cref="Linked"/> gives it.</param>
    /// <returns>All that keeps the record from being finished; empty where nothing does.</returns>
    public static IReadOnlyList<JobRecordShortfall> Shortfalls(int raters, IReadOnlyList<TaskEvidence> evidence, IReadOnlyList<string> linked) =>
    [
        .. Of(evidence.Count == 0, JobRecordShortfall.NoTasks),
        .. Of(raters < LeastRaters, JobRecordShortfall.TooFewRaters),
        .. Of(raters >= LeastRaters && evidence.Count > 0 && !evidence.Any(e => e.Matters), JobRecordShortfall.NoTaskMatters),
        .. Of(raters >= LeastRaters && evidence.Any(e => e.Matters) && linked.Count == 0, JobRecordShortfall.NoDomainLinked),
    ];

    private static IEnumerable<JobRecordShortfall> Of(bool holds, JobRecordShortfall shortfall) => holds ? [shortfall] : [];
}

/// <summary>What a record lacks before it can be finished. Worded in StaffWords.</summary>
public enum JobRecordShortfall
{
    NoTasks,
    TooFewRaters,

    /// <summary>The raters found no task important.</summary>
    NoTaskMatters,

    /// <summary>No domain rests on a task that matters, so nothing could be scored.</summary>
    NoDomainLinked,
}
