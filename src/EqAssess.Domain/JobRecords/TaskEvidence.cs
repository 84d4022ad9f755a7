using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.JobRecords;

/// <summary>What the raters who finished think of one task.</summary>
/// <param name="Task">Id of the task.</param>
/// <param name="Raters">People who rated it on both scales.</param>
/// <param name="Importance">From 1 to 5.</param>
/// <param name="Frequency">From 1 to 5. It is shown and decides nothing: what happens twice a year can be what the job is there for.</param>
public sealed record TaskEvidence(Guid Task, int Raters, RatedOn Importance, RatedOn Frequency)
{
    /// <summary>Whether domains may rest on it: enough people rated it, and on average they found it important at least. The mean is not rounded before.</summary>
    public bool Matters => Raters >= JobRecordRules.LeastRaters && Importance.Mean.OrNull >= JobScales.Important;

    /// <param name="ratings">One per rater who finished.</param>
    public static TaskEvidence Of(Guid task, IReadOnlyList<TaskRating> ratings) => new(
        task, ratings.Count, RatedOn.Of([.. ratings.Select(r => (double)r.Importance)]), RatedOn.Of([.. ratings.Select(r => (double)r.Frequency)]));
}

/// <summary>One rater on one task, from 1 to 5 on both scales.</summary>
public sealed record TaskRating(int Importance, int Frequency);

/// <summary>Ratings on one scale.</summary>
/// <param name="StandardDeviation">n − 1; none below two raters.</param>
public sealed record RatedOn(Estimate Mean, Estimate StandardDeviation)
{
    internal static RatedOn Of(IReadOnlyList<double> ratings) => new(Descriptive.Mean(ratings), Descriptive.StandardDeviation(ratings));
}
