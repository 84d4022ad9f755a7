namespace EqAssess.Domain.Statistics.Norms;

/// <summary>Percentile rank by mid-ranks (Crawford, Garthwaite &amp; Slick 2009): PR = 100·(below + ties/2)/n.</summary>
/// <remarks>Expected values: base R, oracle case 09_norms_s7.</remarks>
/// <param name="Below">Members of the norm sample with a lower score.</param>
/// <param name="Tied">Members with the same score; 0 for a score that nobody has.</param>
/// <param name="Persons">n, 1 or more.</param>
public sealed record PercentileRank(int Below, int Tied, int Persons)
{
    /// <summary>0 to 100, not rounded.</summary>
    public double Value => 100 * Share;

    /// <summary>100·√(p(1 − p)/n).</summary>
    public double StandardError => 100 * Math.Sqrt(Share * (1 - Share) / Persons);

    /// <summary>Wilson's 95 % limits, 0 to 100.</summary>
    public (double Lower, double Upper) Limits => Proportion.Wilson(Below + (Tied / 2d), Persons) is var (lower, upper)
        ? (100 * lower.OrNull!.Value, 100 * upper.OrNull!.Value)
        : throw new System.Diagnostics.UnreachableException();

    /// <summary>A whole number, but never 0 or 100, which would claim to know the population's ends.</summary>
    public string Display => Math.Round(Value, MidpointRounding.AwayFromZero) switch
    {
        < 1 => "<1",
        > 99 => ">99",
        var whole => ((int)whole).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private double Share => (Below + (Tied / 2d)) / Persons;
}
