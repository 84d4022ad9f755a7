using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Insights;

/// <summary>Several keys and methods on the same attempts and the same scenarios, before one of them is put to use.</summary>
/// <param name="Persons">Who counts under the first scoring and has a score under each of them.</param>
/// <param name="Scenarios">Item versions that all of them score; the only ones that count here.</param>
/// <param name="NotCompared">Item versions of the form that a key leaves out.</param>
/// <param name="Scorings">In the order asked for; the first is what the others are held against.</param>
public sealed record ScoringComparison(int Persons, int Scenarios, IReadOnlyList<Guid> NotCompared, IReadOnlyList<ComparedScoring> Scorings)
{
    /// <summary>Whether enough people are behind it; without, no scoring has numbers.</summary>
    public bool IsEnough => Persons >= InsightLimits.Comparison;

    /// <param name="items">Item versions of the form in its order, in step with the sittings.</param>
    /// <param name="scorings">Two or more.</param>
    /// <param name="groups">By voluntary answers, in step with <paramref name="sittings"/>; empty where nobody was asked.</param>
    public static ScoringComparison Of(
        IReadOnlyList<Guid> items, IReadOnlyList<ScoringToCompare> scorings, IReadOnlyList<Sitting> sittings, IReadOnlyList<GroupAnswers> groups)
    {
        ScoringPlan[] plans = [.. scorings.Select(s => s.Plan).OfType<ScoringPlan>()];
        int[] places = [.. Enumerable.Range(0, items.Count).Where(i => plans.All(p => p.Items.Any(own => own.ItemVersion == items[i])))];
        Guid[] missing = [.. items.Where((_, i) => !places.Contains(i))];
        if (plans.Length == 0 || places.Length < 2)
        {
            return new ScoringComparison(0, places.Length, missing, [.. scorings.Select(s => ComparedScoring.Without(s))]);
        }

        ScoringPlan[] cut = [.. plans.Select(p => p with { Items = [.. places.Select(i => p.Items.Single(own => own.ItemVersion == items[i]))] })];
        Dictionary<Guid, int> rows = sittings.Index().ToDictionary(s => s.Item.Attempt, s => s.Index);
        Sitting[] sound = [.. Insight.Sound(cut[0], [.. sittings.Select(s => s.Only(places))])];
        ScoredSittings[] scored = [.. cut.Select(p => ScoredSittings.Of(p, sound))];
        int[] kept = [.. Enumerable.Range(0, sound.Length).Where(i => scored.All(s => s.Sheets[i].Total.Percent is not null))];
        if (kept.Length < InsightLimits.Comparison)
        {
            return new ScoringComparison(kept.Length, places.Length, missing, [.. scorings.Select(s => ComparedScoring.Without(s))]);
        }

        HashSet<int> keep = [.. kept];
        ScoredSittings[] compared = [.. scored.Select(s => s.Where(keep.Contains))];
        GroupAnswers[] answers = [.. groups.Select(g => g with { Answers = [.. kept.Select(i => g.Answers[rows[sound[i].Attempt]])] })];
        var found = new Queue<ComparedScoring>(ComparedScoring.Of([.. scorings.Where(s => s.Plan is not null)], compared, answers));
        return new ScoringComparison(
            kept.Length, places.Length, missing, [.. scorings.Select(s => s.Plan is null ? ComparedScoring.Without(s) : found.Dequeue())]);
    }
}
