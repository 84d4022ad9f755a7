using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring.Rescoring;

/// <summary>What another plan would change among the people of a campaign: who comes near the highest score or leaves it, and whose order can be told anew.</summary>
/// <remarks>
/// The order of two people is told where their scores differ reliably (<see cref="ReliableDifference"/>), each time by the error of the plan
/// under which they stand. n people have n·(n − 1)/2 pairs, and all are looked at: for 10,000 people that is a matter of seconds, which is why large campaigns wait for the job.
/// </remarks>
public static class RescoringImpact
{
    /// <param name="scores">Percents under both plans, unrounded; null where an attempt is not scored under one.</param>
    /// <param name="before">Reliability and SD of the total under the plan of the campaign.</param>
    /// <param name="after">The same under the proposed one.</param>
    /// <returns>One per person, in the order of the scores.</returns>
    public static IReadOnlyList<PersonImpact> Of(IReadOnlyList<ScoreUnderBoth> scores, ScaleStatistics before, ScaleStatistics after)
    {
        (double was, double now) = (ReliableDifference.Of(before).Points, ReliableDifference.Of(after).Points);
        int[] changes = OrderChanges(scores, was, now);
        double? topBefore = scores.Max(s => s.Before);
        double? topAfter = scores.Max(s => s.After);
        return [.. scores.Select((s, i) => new PersonImpact(NearTop(s.Before, topBefore, was), NearTop(s.After, topAfter, now), changes[i]))];
    }

    private static int[] OrderChanges(IReadOnlyList<ScoreUnderBoth> scores, double was, double now)
    {
        int[] changes = new int[scores.Count];
        double[] before = [.. scores.Select(s => s.Before ?? double.NaN)];
        double[] after = [.. scores.Select(s => s.After ?? double.NaN)];
        for (int i = 0; i < before.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Order(before[i] - before[j], was) != Order(after[i] - after[j], now))
                {
                    changes[i]++;
                    changes[j]++;
                }
            }
        }

        return changes;
    }

    /// <summary>1: reliably higher; −1: reliably lower; 0: cannot be told, also where a score is missing.</summary>
    private static int Order(double difference, double reliable) =>
        double.IsNaN(difference) || difference == 0 || Math.Abs(difference) < reliable ? 0 : Math.Sign(difference);

    private static bool NearTop(double? score, double? top, double reliable) => score is double own && top is double highest && (own == highest || highest - own < reliable);
}

/// <summary>One person's percent under the plan of the campaign and under the proposed one.</summary>
public sealed record ScoreUnderBoth(double? Before, double? After);

/// <param name="NearTopBefore">The score does not differ reliably from the highest one.</param>
/// <param name="OrderChanges">Of how many others it can be said anew, no more, or the other way round, whose score is reliably higher.</param>
public sealed record PersonImpact(bool NearTopBefore, bool NearTopAfter, int OrderChanges);
