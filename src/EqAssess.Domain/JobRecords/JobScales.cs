namespace EqAssess.Domain.JobRecords;

/// <summary>The two scales on which people who know a job rate its tasks, each with a word for every step.</summary>
/// <remarks>
/// After the task scales of the U.S. Office of Personnel Management (Delegated Examining Operations Handbook, appendix G). That handbook
/// keeps a 0 for "not performed" and leaves it out of means; here it belongs to step 1, so that a task that few people have counts as
/// little as it is, and every rater counts in every mean.
/// </remarks>
public static class JobScales
{
    public static IReadOnlyList<int> Points { get; } = [1, 2, 3, 4, 5];

    /// <summary>The step called "important". A task matters from a mean of this on (the same handbook's usual cut-off).</summary>
    public const int Important = 3;
}
