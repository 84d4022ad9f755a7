using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Insights;

/// <summary>One person's attempt, in step with the items of a scoring plan.</summary>
/// <param name="ClosedOn">Day on which it ended, UTC.</param>
/// <param name="TimedOut">Time ended before it was handed in.</param>
/// <param name="Responses">Canonical texts; null where nothing was answered.</param>
/// <param name="Seconds">On each item, all visits together; NaN for an item that was never shown.</param>
/// <param name="OtherLimit">The person was granted another limit, or breaks.</param>
public sealed record Sitting(Guid Attempt, DateOnly ClosedOn, bool TimedOut, IReadOnlyList<string?> Responses, double[] Seconds, bool OtherLimit = false)
{
    /// <summary>Number of the farthest item that was on screen, 0 for none.</summary>
    internal int Reached => Array.FindLastIndex(Seconds, s => !double.IsNaN(s)) + 1;

    /// <summary>The same person's responses to some of the items.</summary>
    internal Sitting Only(IReadOnlyList<int> items) => this with
    {
        Responses = [.. items.Select(i => Responses[i])], Seconds = [.. items.Select(i => Seconds[i])],
    };

    /// <param name="items">Item versions, in the order of <see cref="Responses"/>.</param>
    internal ResponseSet ResponsesTo(IReadOnlyList<Guid> items) =>
        new([.. items.Select((item, i) => new ItemResponse(item, !double.IsNaN(Seconds[i]), Responses[i]))]);
}
