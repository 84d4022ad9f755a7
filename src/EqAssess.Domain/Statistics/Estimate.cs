namespace EqAssess.Domain.Statistics;

/// <summary>The answer of a statistic: a finite number, or the reason why there is none. Never NaN, and never a 0 that means "unknown".</summary>
public abstract record Estimate
{
    private Estimate()
    {
    }

    /// <summary>The number; null where there is none.</summary>
    public double? OrNull => this is Known known ? known.Value : null;

    /// <summary>Why there is no number; null where there is one.</summary>
    public NoEstimate? MissingBecause => this is Missing missing ? missing.Reason : null;

    public static implicit operator Estimate(double value) => new Known(value);

    public static implicit operator Estimate(NoEstimate reason) => new Missing(reason);

    public sealed record Known : Estimate
    {
        /// <exception cref="ArgumentOutOfRangeException">The number is NaN or infinite: the statistic missed one of its edge cases.</exception>
        public Known(double value)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A statistic must be finite.");
            }

            Value = value;
        }

        public double Value { get; }
    }

    public sealed record Missing(NoEstimate Reason) : Estimate;
}

/// <summary>Why a number cannot be given.</summary>
public enum NoEstimate
{
    /// <summary>Too few observations, or too few of them answered.</summary>
    InsufficientData,

    /// <summary>Something that must vary does not.</summary>
    ZeroVariance,

    /// <summary>The formula has no meaning for these values.</summary>
    NotEstimable,
}
