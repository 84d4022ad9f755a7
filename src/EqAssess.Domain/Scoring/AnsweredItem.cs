using EqAssess.Domain.Attempts;

namespace EqAssess.Domain.Scoring;

/// <summary>A planned item beside what a person did with it.</summary>
/// <param name="Response">Canonical text; null where nothing was answered.</param>
internal sealed record AnsweredItem(PlannedItem Item, bool Presented, string? Response)
{
    /// <summary>One per item of the plan, in the plan's order. An item without an entry was not presented.</summary>
    /// <exception cref="ArgumentException">The responses hold an item twice, or one that the plan does not have: a score would miss it.</exception>
    public static IReadOnlyList<AnsweredItem> Pair(ScoringPlan plan, ResponseSet responses)
    {
        var given = new Dictionary<Guid, ItemResponse>();
        HashSet<Guid> planned = [.. plan.Items.Select(i => i.ItemVersion)];
        foreach (ItemResponse response in responses.Items)
        {
            if (!planned.Contains(response.ItemVersion))
            {
                throw new ArgumentException($"Item version {response.ItemVersion} is not in plan {plan.Id}.", nameof(responses));
            }

            if (!given.TryAdd(response.ItemVersion, response))
            {
                throw new ArgumentException($"Item version {response.ItemVersion} was answered twice.", nameof(responses));
            }
        }

        return
        [
            .. plan.Items.Select(item => given.TryGetValue(item.ItemVersion, out ItemResponse? response)
                ? new AnsweredItem(item, response.Presented, response.Response)
                : new AnsweredItem(item, Presented: false, Response: null)),
        ];
    }
}
