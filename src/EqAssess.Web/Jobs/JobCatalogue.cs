namespace EqAssess.Web.Jobs;

/// <summary>The jobs, in the order of the page that lists them.</summary>
public static class JobCatalogue
{
    public static IReadOnlyList<Job> All { get; } =
    [
        new CloseExpiredAttempts(),
        new ApplyAccommodations(),
        new ScoreAttempts(),
        new DescribeAnswers(),
        new ReopenDecisions(),
        new PreviewRescorings(),
        new InviteCandidates(),
        new SendMessages(),
        new RemindCandidates(),
        new DrawReports(),
        new RefreshStatistics(),
        new CompareGroups(),
        new ApplyRetention(),
    ];
}
