using System.Globalization;
using EqAssess.Domain.Statistics.Fairness;

namespace EqAssess.Cli.Stats;

/// <summary>One group of <c>stats impact</c>.</summary>
internal static class ImpactRow
{
    private const string OfReference = "Reference";

    /// <param name="applicants">Of all groups together.</param>
    public static Figures Of(string name, ImpactComparison pair, bool isReference, int applicants)
    {
        Figures row = new Figures().Put("group", name).Put("n", pair.Focal.Applicants).Put("selected", pair.Focal.Selected)
            .Put("rate", pair.Focal.Rate).Put("impactRatio", pair.Ratio);
        if (isReference || pair.Focal.Applicants == 0)
        {
            string why = isReference ? OfReference : "InsufficientData";
            row.Put("z", (double?)null, why).Put("zP", (double?)null, why).Put("fisherP", (double?)null, why).Put("midP", (double?)null, why);
            return row.Put("flipFlop", (string?)null, why).Put("shortfall", (double?)null, why).Put("verdict", (string?)null, why);
        }

        ExactTest exact = pair.Exact;
        return row.Put("z", pair.Z).Put("zP", pair.ZP).Put("fisherP", exact.P).Put("midP", exact.MidP)
            .Put("flipFlop", pair.FlipFlop).Put("shortfall", pair.Shortfall)
            .Put("ratioLower95", pair.Katz.Lower).Put("ratioUpper95", pair.Katz.Upper).Put("verdict", Verdict(pair, applicants));
    }

    private static string Verdict(ImpactComparison pair, int applicants) => ImpactVerdicts.Of(pair, applicants) switch
    {
        ImpactVerdict.RatesDiffer => string.Create(CultureInfo.InvariantCulture, $"Selection rates differ (ratio {pair.Ratio.OrNull:0.00}, p {pair.P.OrNull:0.000}, n {pair.Focal.Applicants}): review"),
        ImpactVerdict.BelowNotReliable => string.Create(CultureInfo.InvariantCulture, $"Below four-fifths, not statistically reliable (n={pair.Focal.Applicants})"),
        ImpactVerdict.SignificantAbove => "Statistically significant, above four-fifths: check practical importance",
        ImpactVerdict.NoIndication => "No indication",
        ImpactVerdict.TooSmallAShare => "Under 2% of applicants: listed, not judged",
        _ => pair.Focal.Applicants < ImpactVerdicts.FewestApplicants
            ? string.Create(CultureInfo.InvariantCulture, $"Not enough data: {pair.Focal.Applicants} of {ImpactVerdicts.FewestApplicants} applicants")
            : string.Create(CultureInfo.InvariantCulture, $"Not enough data: {pair.ExpectedFocal:0.0} of {ImpactVerdicts.FewestExpected:0} expected selections"),
    };
}
