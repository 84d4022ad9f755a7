using EqAssess.Domain.Statistics.Fitting;

namespace EqAssess.Domain.Statistics.Irt;

/// <summary>One part under calibration, as intercepts and a slope, in which both models' log-likelihoods are concave.</summary>
/// <remarks>Graded: P*_k from c_k + aθ, b_k = −c_k/a. Partial credit: ln P_k from d_k + kaθ, b_k = −(d_k − d_{k−1})/a.</remarks>
internal sealed class PartFit
{
    public const double LeastSlope = .05;
    public const double MostSlope = 5;

    // A few steps each cycle do: the next cycle asks for other parameters anyway.
    private const int Steps = 5;

    private readonly ModelFamily family;
    private readonly double[][] nodes;
    private double[] parameters;

    /// <param name="counts">Persons per category; none is empty.</param>
    public PartFit(ModelFamily family, IReadOnlyList<int> counts, IReadOnlyList<double> nodes)
    {
        this.family = family;
        this.nodes = [.. nodes.Select(x => new[] { x })];
        double[] start = CumulativeLogit.Start([[.. counts.Select(c => (double)c)]], 1);
        start[^1] = 1;
        if (family == ModelFamily.PartialCredit)
        {
            for (int k = 0; k + 1 < start.Length; k++)
            {
                start[k] = Math.Log((double)counts[k + 1] / counts[0]);
            }
        }

        parameters = start;
    }

    public ResponseModel Model
    {
        get
        {
            double slope = parameters[^1];
            int m = parameters.Length - 1;
            return family == ModelFamily.Graded
                ? new GradedModel(slope, [.. Enumerable.Range(0, m).Select(k => -parameters[k] / slope)])
                : new PartialCreditModel(slope, [.. Enumerable.Range(0, m).Select(k => -(parameters[k] - (k == 0 ? 0 : parameters[k - 1])) / slope)]);
        }
    }

    /// <param name="counts">Expected persons per category and node; what is beyond the nodes is not read.</param>
    public void Maximise(double[][] counts)
    {
        double[][] rows = [.. nodes.Select((_, q) => counts.Select(category => category[q]).ToArray())];
        LogitSlope slope = At(parameters, rows);
        for (int i = 0; i < Steps; i++)
        {
            double[] step = Step(slope);
            if (step.Zip(slope.Gradient, (s, g) => s * g).Sum() < 1e-9)
            {
                return;
            }

            (parameters, slope) = Uphill(step, slope, rows);
        }
    }

    /// <summary>The Newton step; a slope at its bound that wants to go further stays there, and the others move without it.</summary>
    private double[] Step(LogitSlope slope)
    {
        int all = parameters.Length;
        double a = parameters[^1];
        bool bound = (a <= LeastSlope && slope.Gradient[^1] < 0) || (a >= MostSlope && slope.Gradient[^1] > 0);
        int free = bound ? all - 1 : all;
        double[,] information = new double[free, free];
        for (int i = 0; i < free; i++)
        {
            for (int j = 0; j < free; j++)
            {
                information[i, j] = slope.Information[i, j] + (i == j ? 1e-10 : 0);
            }
        }

        double[] step = Cholesky.Factor(information) is { } factor ? Cholesky.Solve(factor, slope.Gradient[..free]) : new double[free];
        return bound ? [.. step, 0] : step;
    }

    private (double[] At, LogitSlope Slope) Uphill(double[] step, LogitSlope slope, double[][] rows)
    {
        double share = 1;
        for (int i = 0; i < 40; i++, share /= 2)
        {
            double[] next = [.. parameters.Zip(step, (p, s) => p + (share * s))];
            next[^1] = Math.Clamp(next[^1], LeastSlope, MostSlope);
            LogitSlope there = At(next, rows);
            if (there.LogLikelihood >= slope.LogLikelihood)
            {
                return (next, there);
            }
        }

        return (parameters, slope);
    }

    private LogitSlope At(double[] at, double[][] rows) =>
        family == ModelFamily.Graded ? LogitSlope.At(at, nodes, rows) : AdjacentSlope.At(at, nodes, rows);
}
