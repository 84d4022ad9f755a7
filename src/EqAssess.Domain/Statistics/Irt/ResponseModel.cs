namespace EqAssess.Domain.Statistics.Irt;

/// <summary>How likely each score of a part is at a trait θ. Logistic metric, no constant of 1.7; θ has mean 0 and SD 1 in the group.</summary>
/// <remarks>
/// With one threshold both cases are the two-parameter logistic model (Birnbaum 1968). Expected values: base R, oracle case 15_irt_scoring.
/// </remarks>
/// <param name="Slope">a, above 0.</param>
/// <param name="Thresholds">b₁ … b_m in units of θ, one fewer than there are scores.</param>
public abstract record ResponseModel(double Slope, IReadOnlyList<double> Thresholds)
{
    public int Categories => Thresholds.Count + 1;

    /// <summary>P(0) … P(m) at θ; they sum to 1.</summary>
    public abstract double[] Probabilities(double theta);

    /// <summary>Fisher information at θ, in 1/θ².</summary>
    public abstract double Information(double theta);

    /// <summary>d ln P_k/dθ, falling in θ.</summary>
    public abstract double Score(double theta, int category);

    /// <summary>Σk·P_k, the expected score, 0 to m.</summary>
    public double Expected(double theta) => Probabilities(theta).Index().Sum(p => p.Index * p.Item);
}

/// <summary>Graded responses (Samejima 1969): P(X ≥ k) = 1/(1 + exp(−a(θ − b_k))), with rising thresholds.</summary>
public sealed record GradedModel(double Slope, IReadOnlyList<double> Thresholds) : ResponseModel(Slope, Thresholds)
{
    public override double[] Probabilities(double theta)
    {
        double[] p = new double[Categories];
        double upper = double.PositiveInfinity;
        for (int k = 0; k < p.Length; k++)
        {
            double lower = k < Thresholds.Count ? Slope * (theta - Thresholds[k]) : double.NegativeInfinity;
            p[k] = Fitting.LogitSlope.Category(upper, lower);
            upper = lower;
        }

        return p;
    }

    /// <inheritdoc/>
    public override double Information(double theta)
    {
        double[] p = Probabilities(theta);
        return Slope * Slope * p.Index().Sum(c => c.Item * Square(AtLeast(theta, c.Index), AtLeast(theta, c.Index + 1)));
    }

    /// <inheritdoc/>
    public override double Score(double theta, int category) => Slope * (1 - AtLeast(theta, category) - AtLeast(theta, category + 1));

    // (W_k − W_{k+1})/P_k is 1 − P*_k − P*_{k+1}, which needs no division.
    private static double Square(double here, double next) => (1 - here - next) * (1 - here - next);

    private double AtLeast(double theta, int category) =>
        category == 0 ? 1 : category > Thresholds.Count ? 0 : Fitting.LogitSlope.Expit(Slope * (theta - Thresholds[category - 1]));
}

/// <summary>Generalised partial credit (Muraki 1992): P_k in proportion to exp Σ_{v ≤ k} a(θ − b_v); thresholds in any order.</summary>
public sealed record PartialCreditModel(double Slope, IReadOnlyList<double> Thresholds) : ResponseModel(Slope, Thresholds)
{
    public override double[] Probabilities(double theta)
    {
        double[] p = new double[Categories];
        for (int k = 1; k < p.Length; k++)
        {
            p[k] = p[k - 1] + (Slope * (theta - Thresholds[k - 1]));
        }

        double highest = p.Max();
        p = Array.ConvertAll(p, x => Math.Exp(x - highest));
        double sum = p.Sum();
        return Array.ConvertAll(p, x => Math.Max(1e-300, x / sum));
    }

    /// <inheritdoc/>
    public override double Information(double theta)
    {
        double[] p = Probabilities(theta);
        double mean = p.Index().Sum(c => c.Index * c.Item);
        return Slope * Slope * p.Index().Sum(c => c.Item * (c.Index - mean) * (c.Index - mean));
    }

    /// <inheritdoc/>
    public override double Score(double theta, int category) => Slope * (category - Expected(theta));
}
