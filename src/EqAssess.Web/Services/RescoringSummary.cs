using EqAssess.Data.Tables;

namespace EqAssess.Web.Services;

/// <summary>What a preview found about all the people of a campaign.</summary>
/// <param name="Simulated">No people: they are scored like the others and count in no coefficient.</param>
/// <param name="Valid">Valid first attempts by choices: what the coefficients rest on.</param>
/// <param name="AlphaBefore">Stratified alpha over the domains; null below <see cref="RescoringPreviews.FewestForAlpha"/>, and where it is not estimable.</param>
/// <param name="Moved">Scores that are seen to differ.</param>
/// <param name="Rising">Those of them that go up.</param>
/// <param name="LargestMove">In points; 0 where nobody moves.</param>
/// <param name="IntoReach">People who come so near the highest score that they do not differ reliably from it.</param>
/// <param name="OutOfReach">People who leave that reach.</param>
/// <param name="Reordered">People of whom it can be told anew, no more, or the other way round, whose score is reliably higher.</param>
public sealed record RescoringSummary(
    int Simulated,
    int Valid,
    double? AlphaBefore,
    double? AlphaAfter,
    int Moved,
    int Rising,
    double LargestMove,
    int IntoReach,
    int OutOfReach,
    int Reordered,
    int FlagsChange,
    int FeedbackChanges)
{
    internal static RescoringSummary Of(IReadOnlyList<RescoringScore> scores, int simulated, int valid, double? alphaBefore, double? alphaAfter)
    {
        double[] moves = [.. scores.Select(s => (s.After - s.Before) ?? 0)];
        return new RescoringSummary(
            simulated,
            valid,
            alphaBefore,
            alphaAfter,
            moves.Count(m => Math.Abs(m) >= RescoringPreviews.Seen),
            moves.Count(m => m >= RescoringPreviews.Seen),
            moves.Select(Math.Abs).DefaultIfEmpty(0).Max(),
            scores.Count(s => s.NearTopAfter && !s.NearTopBefore),
            scores.Count(s => s.NearTopBefore && !s.NearTopAfter),
            scores.Count(s => s.OrderChanges > 0),
            scores.Count(s => s.FlagsChange),
            scores.Count(s => s.FeedbackChanges));
    }
}
