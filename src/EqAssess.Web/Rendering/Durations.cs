namespace EqAssess.Web.Rendering;

/// <summary>A length of time as people say it: "40 seconds", "2 minutes", "2 min 5 s".</summary>
public static class Durations
{
    /// <param name="seconds">Not negative.</param>
    public static string In(CandidateWords words, int seconds) => (seconds / 60, seconds % 60) switch
    {
        (0, 1) => words["Duration.Second"],
        (0, var rest) => words["Duration.Seconds", rest],
        (1, 0) => words["Duration.Minute"],
        (var minutes, 0) => words["Duration.Minutes", minutes],
        (var minutes, var rest) => words["Duration.Both", minutes, rest],
    };
}
