using System.Numerics;
using System.Runtime.InteropServices;

namespace EqAssess.Domain.Statistics.Irt;

/// <summary>What a pattern of answers leaves likely at each node: logarithms of all models' probabilities, looked up and added.</summary>
internal sealed class Posterior
{
    private readonly double[][][] logs;
    private readonly double[] nodes;
    private readonly double[] logWeights;

    public Posterior(IReadOnlyList<ResponseModel> parts, Quadrature quadrature)
    {
        nodes = [.. quadrature.Nodes];
        Width = (nodes.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        logWeights = new double[Width];
        Array.Fill(logWeights, double.NegativeInfinity);
        for (int q = 0; q < nodes.Length; q++)
        {
            logWeights[q] = Math.Log(quadrature.Weights[q]);
        }

        logs = [.. parts.Select(Logs)];
    }

    /// <summary>Nodes, rounded up to whole vectors; what is beyond the nodes has no weight.</summary>
    public int Width { get; }

    /// <summary>Weights of the nodes after the answers, summing to 1.</summary>
    /// <param name="answers">Score per part, −1 for none.</param>
    /// <param name="weights">Of <see cref="Width"/>.</param>
    /// <returns>The log-likelihood of the pattern.</returns>
    public double Weigh(ReadOnlySpan<short> answers, double[] weights)
    {
        logWeights.CopyTo(weights, 0);
        Span<Vector<double>> to = MemoryMarshal.Cast<double, Vector<double>>(weights.AsSpan());
        for (int j = 0; j < answers.Length; j++)
        {
            if (answers[j] >= 0)
            {
                ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(logs[j][answers[j]].AsSpan());
                for (int v = 0; v < to.Length; v++)
                {
                    to[v] += from[v];
                }
            }
        }

        double highest = double.NegativeInfinity;
        for (int q = 0; q < nodes.Length; q++)
        {
            highest = Math.Max(highest, weights[q]);
        }

        Vector<double> sums = Vector<double>.Zero;
        var top = new Vector<double>(highest);
        for (int v = 0; v < to.Length; v++)
        {
            to[v] = Vector.Exp(to[v] - top);
            sums += to[v];
        }

        double sum = Vector.Sum(sums);
        var share = new Vector<double>(1 / sum);
        for (int v = 0; v < to.Length; v++)
        {
            to[v] *= share;
        }

        return highest + Math.Log(sum);
    }

    public TraitEstimate Estimate(ReadOnlySpan<short> answers)
    {
        double[] weights = new double[Width];
        double likelihood = Weigh(answers, weights);
        if (!answers.ContainsAnyExcept((short)-1))
        {
            return new TraitEstimate(NoEstimate.InsufficientData, NoEstimate.InsufficientData, 0);
        }

        (double mean, double square) = (0, 0);
        for (int q = 0; q < nodes.Length; q++)
        {
            mean += weights[q] * nodes[q];
        }

        for (int q = 0; q < nodes.Length; q++)
        {
            square += weights[q] * (nodes[q] - mean) * (nodes[q] - mean);
        }

        return new TraitEstimate(mean, Math.Sqrt(square), likelihood);
    }

    private double[][] Logs(ResponseModel part)
    {
        double[][] table = [.. Enumerable.Range(0, part.Categories).Select(_ => new double[Width])];
        for (int q = 0; q < nodes.Length; q++)
        {
            double[] p = part.Probabilities(nodes[q]);
            for (int k = 0; k < p.Length; k++)
            {
                table[k][q] = Math.Log(p[k]);
            }
        }

        return table;
    }
}
