namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>What may be said of a group's selection rate. None of it is a finding of law.</summary>
public enum ImpactVerdict
{
    /// <summary>Fewer than 30 applicants, or fewer than five selections expected of them.</summary>
    NotEnoughData,

    /// <summary>Under 2 % of the applicants: listed, not judged.</summary>
    TooSmallAShare,

    /// <summary>Below four fifths, and beyond chance.</summary>
    RatesDiffer,

    /// <summary>Below four fifths, but by chance or by a single person.</summary>
    BelowNotReliable,

    /// <summary>Beyond chance, but at four fifths or above.</summary>
    SignificantAbove,
    NoIndication,
}

/// <summary>The rules behind <see cref="ImpactVerdict"/>.</summary>
public static class ImpactVerdicts
{
    /// <summary>29 CFR 1607.4 D; compared with the unrounded ratio.</summary>
    public const double FourFifths = .80;
    public const int FewestApplicants = 30;
    public const double FewestExpected = 5;

    /// <summary>Share of all applicants below which a group is listed and not judged.</summary>
    public const double LeastShare = .02;

    /// <param name="applicants">Of all groups together.</param>
    public static ImpactVerdict Of(ImpactComparison pair, int applicants, double threshold = FourFifths)
    {
        if (pair.Focal.Applicants < LeastShare * applicants)
        {
            return ImpactVerdict.TooSmallAShare;
        }

        if (pair.Focal.Applicants < FewestApplicants || pair.ExpectedFocal < FewestExpected || pair.Ratio.OrNull is not double ratio)
        {
            return ImpactVerdict.NotEnoughData;
        }

        bool significant = pair.P.OrNull is double p && p <= .05;
        return ratio < threshold ? significant && !pair.FlipFlop ? ImpactVerdict.RatesDiffer : ImpactVerdict.BelowNotReliable
            : significant ? ImpactVerdict.SignificantAbove
            : ImpactVerdict.NoIndication;
    }
}
