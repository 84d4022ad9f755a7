using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>What the test must not be used for, as things stand.</summary>
public static class LimitsOfUse
{
    /// <param name="reliability">Of the total; null where it is not known.</param>
    /// <param name="assumed">Whether it comes from planning values.</param>
    public static ReportSection Of(KeyStatus key, double? reliability, bool assumed, ReportWords words) => words.Chapter(
        "limits",
        [
            .. key is KeyStatus.Panel ? Array.Empty<Block>() : [words.Care($"limits.Key.{key}")],
            .. assumed ? [words.Care("limits.Assumed")] : Array.Empty<Block>(),
            .. reliability switch
            {
                null or < .60 => [words.Care("limits.TooUnreliable")],
                < .70 => [words.Care("limits.WithOther")],
                _ => Array.Empty<Block>(),
            },
            .. new[] { "Decide", "Groups", "Cut", "Emotions", "Domains", "Law" }.Select(l => words.Care($"limits.{l}")),
        ]);
}
