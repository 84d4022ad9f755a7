using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Items;

namespace EqAssess.Domain.Insights;

/// <summary>One option of an item: content for a review, never a unit of measurement.</summary>
/// <param name="Mean">Of a rating the mean credit, 0 to 1; of a choice the share of all persons who made it.</param>
/// <param name="WithRest">r of the credit, or of the choice, with the rest of the test.</param>
/// <param name="ByFifth">The mean in each fifth by rest score, the lowest first.</param>
public sealed record OptionInsight(
    string Option, OptionUse Use, bool IsKeyed, double Effectiveness, int Persons, Estimate Mean, Estimate WithRest, IReadOnlyList<Estimate> ByFifth)
{
    /// <summary>Of a rating: the credit falls where the rest rises, beyond what chance makes. Its wording or its key is to be read again.</summary>
    public bool RunsAgainst => Use == OptionUse.Rated && WithRest.OrNull is double r && CorrelationLimits.Of(r, Persons).Upper.OrNull < 0;

    internal static OptionInsight Of(OptionValues option, double[] rests, RestFifths fifths)
    {
        int[] known = [.. Enumerable.Range(0, rests.Length).Where(i => !double.IsNaN(option.Values[i]))];
        double[] values = Array.ConvertAll(known, i => option.Values[i]);
        return new OptionInsight(
            option.Option,
            option.Use,
            option.IsKeyed,
            option.Effectiveness,
            option.Use == OptionUse.Rated ? known.Length : (int)values.Sum(),
            Descriptive.Mean(values),
            Pearson.Correlation(values, Array.ConvertAll(known, i => rests[i])),
            fifths.Means(option.Values));
    }

    /// <summary>A choice as the flags look at it.</summary>
    internal OptionChoice AsChoice() => new(Option, IsKeyed, Persons, Mean, WithRest, NoEstimate.NotEstimable);
}
