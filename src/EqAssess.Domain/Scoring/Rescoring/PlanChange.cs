namespace EqAssess.Domain.Scoring.Rescoring;

/// <summary>What is to be scored differently in a plan.</summary>
/// <param name="Method">Code of the method of the items whose format it fits; null leaves every item with the method it has.</param>
/// <param name="Dropped">Item versions that are to count for nothing.</param>
public sealed record PlanChange(Guid KeyVersion, Key Key, string? Method, MissingRule Missing, IReadOnlyCollection<Guid> Dropped)
{
    /// <summary>
    /// The changed plan. Reliability and SD of a test that was never scored so are not known: they are taken over as assumed, for fewer
    /// scenarios by Spearman–Brown (<see cref="ShorterPlans"/>), until they are estimated.
    /// </summary>
    /// <param name="plan">Of the campaign.</param>
    /// <param name="items">Contents of the plan's item versions.</param>
    /// <param name="id">Of the new plan.</param>
    public PlanMaking ApplyTo(ScoringPlan plan, IReadOnlyDictionary<Guid, ItemToScore> items, Guid id)
    {
        List<PlannedItem> left = [.. plan.Items.Where(i => !Dropped.Contains(i.ItemVersion))];
        if (plan.Items.Select(i => i.Domain).Except(left.Select(i => i.Domain)).FirstOrDefault() is string emptied)
        {
            return new PlanMaking.Refused([$"no scenario would be left in {emptied}"]);
        }

        ScaleStatistics total = plan.Scales.Single(s => s.Scale == ScoringPlan.Total);
        PlanMaking making = ScoringPlans.Make(new PlanDraft(id, plan.FormVersion, KeyVersion, Key, [.. left.Select(i => Item(i, items[i.ItemVersion]))], [Assumed(total, plan.Items.Count, left.Count)])
        {
            Method = Method ?? plan.Method,
            Missing = Missing,
        });
        return making switch
        {
            PlanMaking.Made made when made.Plan.ScoresAs(plan) => new PlanMaking.Refused(["nothing would be scored differently"]),
            PlanMaking.Made made => new PlanMaking.Made(made.Plan with { LeftOut = plan.LeftOut }),
            _ => making,
        };
    }

    private ItemToScore Item(PlannedItem planned, ItemToScore content) => content with
    {
        Weight = planned.Weight,
        Method = Method is null || ScoringMethods.Find(Method)?.Format != planned.Format ? planned.Method : null,
    };

    private static ScaleStatistics Assumed(ScaleStatistics total, int before, int after) => before == after
        ? total with { Basis = EstimateBasis.Assumed, Attempts = null, Source = $"taken over from the plan before, not estimated under this one ({total.Source.Trim()})" }
        : ShorterPlans.Shortened(total, before, after);
}
