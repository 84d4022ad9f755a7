namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Tables of a bias audit under New York City's Local Law 144 (6 RCNY 5-300 to 5-304): categories, rates and impact ratios.</summary>
/// <remarks>
/// People whose category is unknown are counted and left out. A category is left out of the ratios only by the auditor, with a reason; it
/// stays in the table with its number and rate. Expected values: the rule's own example, oracle case 08_ll144.
/// </remarks>
/// <param name="Unknown">People assessed whose category is not known.</param>
public sealed record LocalLaw144(IReadOnlyList<AuditRow> Rows, int Unknown)
{
    /// <summary>For tools that select: the share of those assessed who moved forward.</summary>
    /// <param name="people">Category (null: unknown) and whether the person moved forward.</param>
    /// <param name="leftOut">Category to the auditor's reason.</param>
    public static LocalLaw144 OfSelection(IReadOnlyList<(string? Category, bool Selected)> people, IReadOnlyDictionary<string, string>? leftOut = null) => OfCounts(
        [
            .. people.Where(p => p.Category is not null).GroupBy(p => p.Category!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count(), g.Count(p => p.Selected))),
        ],
        people.Count(p => p.Category is null),
        leftOut);

    /// <summary>The same from counts, in their order; a category without people has no row.</summary>
    public static LocalLaw144 OfCounts(
        IReadOnlyList<(string Category, int People, int Ahead)> counts, int unknown, IReadOnlyDictionary<string, string>? leftOut = null)
    {
        AuditRow[] rows =
        [
            .. counts.Where(c => c.People > 0)
                .Select(c => new AuditRow(c.Category, c.People, c.Ahead, NoEstimate.NotEstimable, leftOut?.GetValueOrDefault(c.Category))),
        ];
        double highest = rows.Where(r => r.LeftOutBecause is null).Select(r => r.Rate).DefaultIfEmpty(0).Max();
        return new LocalLaw144([.. rows.Select(r => r.LeftOutBecause is null && highest > 0 ? r with { ImpactRatio = r.Rate / highest } : r)], unknown);
    }

    /// <summary>For tools that score: the share of a category strictly above the median of everybody with a score, whose category is unknown included.</summary>
    /// <inheritdoc cref="OfSelection"/>
    /// <param name="people">Category (null: unknown) and score.</param>
    public static LocalLaw144 OfScores(IReadOnlyList<(string? Category, double Score)> people, IReadOnlyDictionary<string, string>? leftOut = null)
    {
        double median = people.Count == 0 ? 0 : Moments.Median([.. people.Select(p => p.Score)]);
        return OfSelection([.. people.Select(p => (p.Category, p.Score > median))], leftOut);
    }

    /// <summary>The two categories of a person as one, unknown where either is.</summary>
    public static string? Intersection(string? sex, string? race) => sex is null || race is null ? null : $"{race}, {sex}";
}

/// <param name="People">Assessed.</param>
/// <param name="Ahead">Moved forward, or scored above the median.</param>
/// <param name="ImpactRatio">Rate over the highest rate; not estimable where nobody is ahead or the category is left out.</param>
/// <param name="LeftOutBecause">The auditor's words; null for a category that counts.</param>
public sealed record AuditRow(string Category, int People, int Ahead, Estimate ImpactRatio, string? LeftOutBecause)
{
    /// <summary>Selection or scoring rate, 0 to 1.</summary>
    public double Rate => (double)Ahead / People;

    /// <summary>Below 2 % of the data an auditor may leave a category out (6 RCNY 5-301).</summary>
    public bool MayBeLeftOut(int everybody) => People < .02 * everybody;
}
