namespace EqAssess.Domain.Rights;

/// <summary>When a database's files are copied to overwrite what they still hold of the erased. Saves wait while that is done.</summary>
public static class RewriteRules
{
    /// <summary>Bytes that are copied in about a quarter of a second: nobody notices.</summary>
    public const long AtOnce = 50_000_000;

    /// <summary>After so long it is done although tests run; their time comes back as after any outage.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <param name="bytes">To be copied.</param>
    /// <param name="testsRun">Whether anybody's test runs now.</param>
    /// <param name="waiting">Since the oldest erasure that waits for it.</param>
    public static bool IsTime(long bytes, bool testsRun, TimeSpan waiting) => bytes <= AtOnce || !testsRun || waiting >= Longest;
}
