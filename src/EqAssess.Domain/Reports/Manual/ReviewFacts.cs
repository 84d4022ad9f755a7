using EqAssess.Domain.Insights;

namespace EqAssess.Domain.Reports.Manual;

/// <summary>A flagged scenario in a manual.</summary>
/// <param name="Flags">Of today, in words.</param>
/// <param name="IsOpen">A flag of today is in no finding.</param>
/// <param name="Findings">The oldest first; the person who wrote one is named nowhere.</param>
public sealed record ReviewFacts(string Scenario, IReadOnlyList<string> Flags, bool IsOpen, IReadOnlyList<FoundFacts> Findings);

public sealed record FoundFacts(ReviewVerdict Verdict, string Text, DateOnly On);

internal static class ReviewBlocks
{
    /// <summary>One table; none without reviews.</summary>
    public static IEnumerable<Block.Grid> Reviews(this ReportWords words, IReadOnlyList<ReviewFacts> reviews) => reviews.Count == 0 ? [] :
    [
        words.Grid("review", ["Flags", "Verdict", "Found"], reviews.Select(r => new GridRow(
            r.Scenario,
            [
                r.Flags.Count == 0 ? "–" : string.Join(", ", r.Flags),
                Verdict(r, words),
                r.Findings.Count == 0 ? "–" : string.Join(" · ", r.Findings.Select(f => words("Manual.review.By", f.Text, f.On))),
            ]))),
    ];

    private static string Verdict(ReviewFacts review, ReportWords words)
    {
        if (review.Findings.Count == 0)
        {
            return words("Manual.review.Open");
        }

        string verdict = words($"Manual.review.{review.Findings[^1].Verdict}");
        return review.IsOpen ? words("Manual.review.Since", verdict) : verdict;
    }
}
