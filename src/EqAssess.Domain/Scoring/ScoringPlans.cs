using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Makes scoring plans from a form's item versions and a key.</summary>
public static class ScoringPlans
{
    /// <returns>A plan that the scorer can use, or every reason against it.</returns>
    public static PlanMaking Make(PlanDraft draft)
    {
        List<string> problems = [.. draft.Items.SelectMany(item => KeyProblems(item.Item, draft.Key).Select(p => $"{item.Item.Id}: {p}"))];
        if (problems.Count > 0)
        {
            return new PlanMaking.Refused(problems);
        }

        ScoringPlan plan = new(
            draft.Id,
            draft.FormVersion,
            draft.KeyVersionId,
            draft.Key.Version,
            draft.Key.Status,
            draft.Key.Source,
            draft.Method,
            draft.Missing,
            draft.Key.Scale,
            [.. draft.Items.Select(i => Planned(i, draft))],
            draft.Scales);
        IReadOnlyList<string> planProblems = ScoringPlanChecks.Problems(plan);
        return planProblems.Count == 0 ? new PlanMaking.Made(plan) : new PlanMaking.Refused(planProblems);
    }

    /// <summary>
    /// The plan for one person, with equivalent items in the places of those that they were spared: under the same key version, with the
    /// weight and the method of the items that they stand for. Id and statistics stay, since the score stands on the same scale.
    /// </summary>
    /// <param name="key">The plan's key version.</param>
    /// <param name="by">By the item versions whose places they take; what the plan does not count is left out.</param>
    public static PlanMaking Replacing(ScoringPlan plan, Key key, IReadOnlyDictionary<Guid, ItemToScore> by)
    {
        List<string> problems =
        [
            .. plan.Items.Where(i => by.ContainsKey(i.ItemVersion)).Select(i => by[i.ItemVersion].Item)
                .SelectMany(item => KeyProblems(item, key).Select(p => $"{item.Id}: {p}")),
        ];
        if (problems.Count > 0)
        {
            return new PlanMaking.Refused(problems);
        }

        ScoringPlan own = plan with
        {
            Items = [.. plan.Items.Select(i => by.TryGetValue(i.ItemVersion, out ItemToScore? other) ? Standing(i, other, key) : i)],
        };
        IReadOnlyList<string> planProblems = ScoringPlanChecks.Problems(own);
        return planProblems.Count == 0 ? new PlanMaking.Made(own) : new PlanMaking.Refused(planProblems);
    }

    private static PlannedItem Standing(PlannedItem place, ItemToScore other, Key key) => place with
    {
        ItemVersion = other.ItemVersion,
        ItemId = other.Item.Id,
        Format = other.Item.Format,
        Domain = other.Domain,
        Options = key.Items[other.Item.Id].Options,
    };

    private static PlannedItem Planned(ItemToScore item, PlanDraft draft) => new(
        item.ItemVersion,
        item.Item.Id,
        item.Item.Format,
        item.Domain,
        item.Weight,
        draft.Key.Items[item.Item.Id].Options,
        item.Method ?? MethodOf(item.Item.Format, draft.Method));

    /// <summary>Null where the plan's method fits the format. Where nothing does, too: the checks then say so.</summary>
    private static string? MethodOf(string format, string ofPlan) =>
        ScoringMethods.Find(ofPlan) is ScoringMethod method && method.Format != format ? ScoringMethods.DefaultFor(format)?.Code : null;

    private static IEnumerable<string> KeyProblems(Item item, Key key)
    {
        if (item.Use == ItemUse.Practice)
        {
            yield return "a practice item never counts";
        }

        if (!key.Items.TryGetValue(item.Id, out KeyedItem? keyed))
        {
            yield return $"key {key.Version} does not cover the item";
            yield break;
        }

        foreach (string option in item.Options.Select(o => o.Id).Except(keyed.Options.Select(o => o.Option)))
        {
            yield return $"option '{option}' has no key";
        }

        foreach (string option in keyed.Options.Select(o => o.Option).Except(item.Options.Select(o => o.Id)))
        {
            yield return $"the key names option '{option}', which the item does not have";
        }
    }
}

/// <summary>What a plan is made of.</summary>
/// <param name="Items">The live items of the form version, in its order.</param>
/// <param name="Scales">Reliability and SD of the scales, as far as they are known or assumed.</param>
public sealed record PlanDraft(
    Guid Id,
    Guid FormVersion,
    Guid KeyVersionId,
    Key Key,
    IReadOnlyList<ItemToScore> Items,
    IReadOnlyList<ScaleStatistics> Scales)
{
    /// <summary>Code of the method of every item that names none of its own; items of other formats get the default of theirs.</summary>
    public string Method { get; init; } = ScoringMethods.Default.Code;

    public MissingRule Missing { get; init; } = MissingRule.ScoreAll;
}

/// <param name="Domain">Code of the domain that the item's facet belongs to.</param>
/// <param name="Method">Code of the item's own method; null: the plan's, or the default of the item's format where the plan's does not fit it.</param>
public sealed record ItemToScore(Guid ItemVersion, Item Item, string Domain, double Weight = 1, string? Method = null);

/// <summary>Whether a plan could be made.</summary>
public abstract record PlanMaking
{
    private PlanMaking()
    {
    }

    public sealed record Made(ScoringPlan Plan) : PlanMaking;

    /// <param name="Problems">All of them, at least one.</param>
    public sealed record Refused(IReadOnlyList<string> Problems) : PlanMaking;
}
