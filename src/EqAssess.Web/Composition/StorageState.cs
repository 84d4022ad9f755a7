namespace EqAssess.Web.Composition;

/// <summary>Whether this process could store things lately.</summary>
public sealed partial class StorageState(TimeProvider time, ILogger<StorageState> logger)
{
    /// <summary>So long a failure stands on the page of jobs and in the answer about health, if no other follows.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private (string Why, long At)? last;
    private long? lastLine;

    /// <summary>What the database said when it could not store something; null when nothing failed in the last minute.</summary>
    public string? Failure
    {
        get
        {
            lock (gate)
            {
                return last is { } failed && time.GetElapsedTime(failed.At) < Shown ? failed.Why : null;
            }
        }
    }

    /// <summary>Remembers a failure, and says so in the log at most every ten seconds: a full disk is no place for more.</summary>
    public void Failed(Exception failure)
    {
        string why = failure.GetBaseException().Message;
        lock (gate)
        {
            long now = time.GetTimestamp();
            last = (why, now);
            if (lastLine is null || time.GetElapsedTime(lastLine.Value, now) >= BetweenLines)
            {
                lastLine = now;
                Log.Failed(logger, why);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Nothing can be stored: {Why} Candidates are told, and their pages keep their choices.")]
        public static partial void Failed(ILogger logger, string why);
    }
}
