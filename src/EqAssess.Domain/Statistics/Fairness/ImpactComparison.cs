namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>Selection rates of a focal group against those of the group with the highest rate (29 CFR 1607.4 D, four-fifths rule).</summary>
/// <remarks>
/// A difference in rates is a reason to look, not a finding of law. Counts are of one requisition; several are taken together by
/// <see cref="FourfoldTables"/>, never added up. Expected values: R, oracle case 08_adverse_impact.
/// </remarks>
public sealed record ImpactComparison(SelectionCount Focal, SelectionCount Reference)
{
    /// <summary>r_F/r_R, 0 or more; not estimable where nobody of the reference group was selected.</summary>
    public Estimate Ratio => Focal.Rate.OrNull is not double f || Reference.Rate.OrNull is not double r ? NoEstimate.InsufficientData
        : r == 0 ? NoEstimate.NotEstimable
        : f / r;

    /// <summary>r_F − r_R.</summary>
    public Estimate Difference => Focal.Rate.OrNull is double f && Reference.Rate.OrNull is double r ? f - r : NoEstimate.InsufficientData;

    /// <summary>(r_F − r_R)/√(P(1 − P)(1/n_F + 1/n_R)), P the pooled rate. Zero variance where all or none were selected.</summary>
    public Estimate Z
    {
        get
        {
            double pooled = (double)(Focal.Selected + Reference.Selected) / (Focal.Applicants + Reference.Applicants);
            return Difference.OrNull is not double difference ? NoEstimate.InsufficientData
                : pooled is <= 0 or >= 1 ? NoEstimate.ZeroVariance
                : difference / Math.Sqrt(pooled * (1 - pooled) * ((1d / Focal.Applicants) + (1d / Reference.Applicants)));
        }
    }

    public Estimate ZP => Z.OrNull is double z ? ErrorOfMeasurement.TwoSidedP(z) : Z;

    public ExactTest Exact => ExactTest.Of(Focal.Selected, Focal.Applicants, Reference.Selected, Reference.Applicants);

    /// <summary>The fewest people expected in any of the four cells under equal rates.</summary>
    public double LeastExpected
    {
        get
        {
            double all = Focal.Applicants + Reference.Applicants;
            double selected = Focal.Selected + Reference.Selected;
            return all == 0 ? 0 : Math.Min(Focal.Applicants, Reference.Applicants) * Math.Min(selected, all - selected) / all;
        }
    }

    /// <summary>n_F·S/N: selections of the focal group under equal rates.</summary>
    public double ExpectedFocal => Focal.Applicants + Reference.Applicants is > 0 and var all
        ? (double)Focal.Applicants * (Focal.Selected + Reference.Selected) / all
        : 0;

    /// <summary>The p to judge by: of z where five or more are expected in every cell, mid-p otherwise.</summary>
    public Estimate P => LeastExpected >= 5 ? ZP : Exact.MidP;

    /// <summary>Selections that the focal group lacks to equal rates; below 0 where it has more than its share.</summary>
    public double Shortfall => ExpectedFocal - Focal.Selected;

    /// <summary>One selection moved from the reference to the focal group would give the focal group the higher rate (UGESP, question 21).</summary>
    public bool FlipFlop => Reference.Selected > 0 && Focal.Selected < Focal.Applicants
        && Below(Focal.Selected, Focal.Applicants, Reference.Selected, Reference.Applicants)
        && Below(Reference.Selected - 1, Reference.Applicants, Focal.Selected + 1, Focal.Applicants);

    /// <summary>Katz's (1978) 95 % limits of the ratio, symmetric in its logarithm. Not estimable where a group has no selection.</summary>
    public (Estimate Lower, Estimate Upper) Katz
    {
        get
        {
            if (Ratio.OrNull is not double ratio || ratio == 0)
            {
                NoEstimate reason = Ratio.MissingBecause ?? NoEstimate.NotEstimable;
                return (reason, reason);
            }

            double spread = Math.Sqrt((1d / Focal.Selected) - (1d / Focal.Applicants) + (1d / Reference.Selected) - (1d / Reference.Applicants));
            return (ratio * Math.Exp(-ErrorOfMeasurement.Z95 * spread), ratio * Math.Exp(ErrorOfMeasurement.Z95 * spread));
        }
    }

    /// <summary>Newcombe's (1998, method 10) 95 % limits of the difference, from Wilson's limits of both rates.</summary>
    public (Estimate Lower, Estimate Upper) Newcombe
    {
        get
        {
            if (Focal.Rate.OrNull is not double f || Reference.Rate.OrNull is not double r)
            {
                return (NoEstimate.InsufficientData, NoEstimate.InsufficientData);
            }

            (double Lower, double Upper) ofF = Limits(Focal);
            (double Lower, double Upper) ofR = Limits(Reference);
            return (
                f - r - Math.Sqrt(Square(f - ofF.Lower) + Square(ofR.Upper - r)),
                f - r + Math.Sqrt(Square(ofF.Upper - f) + Square(r - ofR.Lower)));
        }
    }

    /// <summary>The fewest more selections of the focal group, the reference group's fixed, that reach four fifths of its rate.</summary>
    /// <returns>0 where it is reached; null where even all applicants would not do, or without a rate.</returns>
    public int? ExtraForFourFifths(double share = ImpactVerdicts.FourFifths)
    {
        int extra = Reference.Rate.OrNull is double r ? Math.Max(0, (int)Math.Ceiling((share * r * Focal.Applicants) - Focal.Selected - 1e-9)) : int.MaxValue;
        return extra <= Focal.Applicants - Focal.Selected ? extra : null;
    }

    /// <summary>The fewest selections that would have to move from the reference to the focal group, the total fixed, to reach four fifths.</summary>
    /// <returns>0 where it is reached; null where no number does.</returns>
    public int? SwapsForFourFifths(double share = ImpactVerdicts.FourFifths)
    {
        for (int swaps = 0; swaps <= Math.Min(Reference.Selected, Focal.Applicants - Focal.Selected); swaps++)
        {
            double f = (Focal.Selected + swaps) / (double)Math.Max(1, Focal.Applicants);
            double r = (Reference.Selected - swaps) / (double)Math.Max(1, Reference.Applicants);
            if (f >= (share * r) - 1e-12)
            {
                return swaps;
            }
        }

        return null;
    }

    private static (double Lower, double Upper) Limits(SelectionCount group)
    {
        var (lower, upper) = Proportion.Wilson(group.Selected, group.Applicants);
        return (lower.OrNull!.Value, upper.OrNull!.Value);
    }

    // In whole numbers, so that equal rates are equal.
    private static bool Below(long selected, long all, long otherSelected, long otherAll) => selected * otherAll < otherSelected * all;

    private static double Square(double value) => value * value;
}
