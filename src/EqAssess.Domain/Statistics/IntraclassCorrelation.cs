namespace EqAssess.Domain.Statistics;

/// <summary>Two-way intraclass correlations of options rated by the same judges (Shrout &amp; Fleiss 1979; McGraw &amp; Wong 1996).</summary>
/// <remarks>
/// With n options, k judges and the mean squares B (options), J (judges) and E (error):
/// ICC(2,1) = (B − E) / (B + (k − 1)E + k(J − E)/n), ICC(2,k) = (B − E) / (B + (J − E)/n), ICC(3,1) = (B − E) / (B + (k − 1)E),
/// ICC(3,k) = (B − E)/B. Case 2 asks whether judges give the same ratings, case 3 only whether they order options alike; 1 is one
/// judge, k their mean. At most 1; negative values are kept. 95 % limits rest on F, those of case 2 on Satterthwaite's degrees of
/// freedom. Expected values: R, psych::ICC, oracle cases 04_icc_shrout_fleiss and 04_sme_agreement.
/// </remarks>
public static class IntraclassCorrelation
{
    private const double UpperShare = .975;

    /// <param name="options">One row per option, one rating per judge in the same order; complete judges only.</param>
    /// <returns>Below two options or judges: insufficient data. All options have the same mean: zero variance.</returns>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static IntraclassCorrelations Of(IReadOnlyList<IReadOnlyList<double>> options)
    {
        if (options.Any(o => o.Count != options[0].Count))
        {
            throw new ArgumentException("Every judge has to have rated every option.", nameof(options));
        }

        if (options.Count < 2 || options[0].Count < 2)
        {
            return IntraclassCorrelations.Missing(NoEstimate.InsufficientData);
        }

        MeanSquares squares = MeanSquares.Of(options);
        return squares.Options == 0
            ? IntraclassCorrelations.Missing(NoEstimate.ZeroVariance)
            : new IntraclassCorrelations(AgreementOfOne(squares), AgreementOfMean(squares), ConsistencyOfOne(squares), ConsistencyOfMean(squares));
    }

    private static BoundedEstimate ConsistencyOfOne(MeanSquares s) => new(
        (s.Options - s.Error) / (s.Options + ((s.K - 1) * s.Error)),
        (s.Options - LowerError(s)) / (s.Options + ((s.K - 1) * LowerError(s))),
        (s.Options - UpperError(s)) / (s.Options + ((s.K - 1) * UpperError(s))));

    private static BoundedEstimate ConsistencyOfMean(MeanSquares s) => new(
        (s.Options - s.Error) / s.Options, (s.Options - LowerError(s)) / s.Options, (s.Options - UpperError(s)) / s.Options);

    // The F of the options over its quantile is what the limits rest on; kept as an error that is as large (or small) as the data allow,
    // because there may be no error to divide by.
    private static double LowerError(MeanSquares s) => s.Error * FisherF.Quantile(UpperShare, s.N - 1, (s.N - 1) * (s.K - 1));

    private static double UpperError(MeanSquares s) => s.Error / FisherF.Quantile(UpperShare, (s.N - 1) * (s.K - 1), s.N - 1);

    private static BoundedEstimate AgreementOfOne(MeanSquares s)
    {
        double value = (s.Options - s.Error) / (s.Options + ((s.K - 1) * s.Error) + (s.K * (s.Judges - s.Error) / s.N));
        if (s.Error == 0 && s.Judges == 0)
        {
            // Judges who agree entirely: both limits tend to 1 as the error goes.
            return new BoundedEstimate(value, 1, 1);
        }

        double freedom = Freedom(s, value);
        double high = FisherF.Quantile(UpperShare, s.N - 1, freedom);
        double low = FisherF.Quantile(UpperShare, freedom, s.N - 1);
        double noise = (s.K * s.Judges) + (((s.K * s.N) - s.K - s.N) * s.Error);
        return new BoundedEstimate(
            value,
            s.N * (s.Options - (high * s.Error)) / ((high * noise) + (s.N * s.Options)),
            s.N * ((low * s.Options) - s.Error) / (noise + (s.N * low * s.Options)));
    }

    /// <summary>Satterthwaite's degrees of freedom of the limits of case 2.</summary>
    private static double Freedom(MeanSquares s, double value)
    {
        double judges = s.K * value * s.Judges;
        double error = ((s.N * (1 + ((s.K - 1) * value))) - (s.K * value)) * s.Error;
        return (s.K - 1) * (s.N - 1) * (judges + error) * (judges + error) / (((s.N - 1) * judges * judges) + (error * error));
    }

    private static BoundedEstimate AgreementOfMean(MeanSquares s)
    {
        double below = s.Options + ((s.Judges - s.Error) / s.N);
        BoundedEstimate one = AgreementOfOne(s);
        return new BoundedEstimate(
            below > 0 ? (s.Options - s.Error) / below : NoEstimate.NotEstimable, SteppedUp(one.Lower, s.K), SteppedUp(one.Upper, s.K));
    }

    /// <summary>From one judge to the mean of k (Spearman–Brown); without meaning where one judge is at −1/(k − 1) or below.</summary>
    private static Estimate SteppedUp(Estimate one, double k) =>
        one.OrNull is double r && 1 + ((k - 1) * r) > 0 ? k * r / (1 + ((k - 1) * r)) : NoEstimate.NotEstimable;
}

/// <param name="AgreementOfOne">ICC(2,1).</param>
/// <param name="AgreementOfMean">ICC(2,k): for keys that use the level of the judges' mean.</param>
/// <param name="ConsistencyOfOne">ICC(3,1).</param>
/// <param name="ConsistencyOfMean">ICC(3,k): for keys that use the profile alone.</param>
public sealed record IntraclassCorrelations(
    BoundedEstimate AgreementOfOne, BoundedEstimate AgreementOfMean, BoundedEstimate ConsistencyOfOne, BoundedEstimate ConsistencyOfMean)
{
    internal static IntraclassCorrelations Missing(NoEstimate reason)
    {
        var none = new BoundedEstimate(reason, reason, reason);
        return new IntraclassCorrelations(none, none, none, none);
    }
}

/// <summary>A number with its 95 % limits. The limits may be missing where the number is not.</summary>
public sealed record BoundedEstimate(Estimate Value, Estimate Lower, Estimate Upper);
