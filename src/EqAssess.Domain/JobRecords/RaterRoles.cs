namespace EqAssess.Domain.JobRecords;

/// <summary>How a rater knows the job, by code. It is all that a rater is asked about themselves.</summary>
public static class RaterRoles
{
    public static IReadOnlyList<string> All { get; } = ["incumbent", "supervisor"];
}
