namespace EqAssess.Web.Services;

/// <summary>Tasks of a job as somebody types them: one a line.</summary>
public static class JobTaskList
{
    public const int MostTasks = 60;

    public const int LongestTask = 300;

    /// <summary>Lines without spaces around them; empty ones and repetitions are left out.</summary>
    public static IReadOnlyList<string> Read(string? typed) =>
        [.. (typed ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static IEnumerable<JobRecordProblem> Problems(IReadOnlyList<string> tasks)
    {
        if (tasks.Count == 0)
        {
            yield return JobRecordProblem.NoTasks;
        }

        if (tasks.Count > MostTasks)
        {
            yield return JobRecordProblem.TooManyTasks;
        }

        if (tasks.Any(t => t.Length > LongestTask || t.Any(char.IsControl)))
        {
            yield return JobRecordProblem.LongTask;
        }
    }
}
