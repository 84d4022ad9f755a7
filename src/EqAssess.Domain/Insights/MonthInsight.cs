using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Insights;

/// <summary>The people of one month, to see whether scores drift: a leak, another source of applicants, a changed introduction.</summary>
/// <param name="First">First day of the month.</param>
/// <param name="Mean">Percent of maximum; insufficient data below <see cref="InsightLimits.Month"/> persons.</param>
/// <param name="Shift">Mean less that of all other months, in SD of all; insufficient data where there is no other month of enough persons.</param>
/// <param name="Facilities">Mean credit of each item, 0 to 1, in the order of the items; empty below the limit, and without credits.</param>
public sealed record MonthInsight(DateOnly First, int Persons, Estimate Mean, Estimate StandardDeviation, Estimate Shift, IReadOnlyList<double> Facilities)
{
    /// <summary>Whether the month stands out.</summary>
    public bool Stands => Shift.OrNull is double shift && Math.Abs(shift) > InsightLimits.Shift;

    /// <summary>In the order of the calendar.</summary>
    internal static IReadOnlyList<MonthInsight> Of(ScoredSittings scored)
    {
        double[] percents = scored.Percents();
        double? spread = Descriptive.StandardDeviation(percents).OrNull;
        return
        [
            .. Enumerable.Range(0, scored.Persons).GroupBy(i => new DateOnly(scored.Sittings[i].ClosedOn.Year, scored.Sittings[i].ClosedOn.Month, 1))
                .OrderBy(m => m.Key).Select(m => Of(m.Key, [.. m], scored, percents, spread)),
        ];
    }

    private static MonthInsight Of(DateOnly first, int[] persons, ScoredSittings scored, double[] percents, double? spread)
    {
        if (persons.Length < InsightLimits.Month)
        {
            return new MonthInsight(first, persons.Length, NoEstimate.InsufficientData, NoEstimate.InsufficientData, NoEstimate.InsufficientData, []);
        }

        double[] own = Array.ConvertAll(persons, i => percents[i]);
        int others = percents.Length - own.Length;
        double mean = own.Average();
        return new MonthInsight(
            first,
            persons.Length,
            mean,
            Descriptive.StandardDeviation(own),
            others < InsightLimits.Month || spread is not > 0 ? NoEstimate.InsufficientData : (mean - ((percents.Sum() - own.Sum()) / others)) / spread.Value,
            scored.HasCredits ? [.. Enumerable.Range(0, scored.Plan.Items.Count).Select(j => persons.Average(i => Facility(scored, i, j)))] : []);
    }

    private static double Facility(ScoredSittings scored, int person, int item) =>
        scored.Sheets[person].Items[item] is Scoring.ItemResult.Scored earned ? earned.Points / earned.Maximum : 0;
}
