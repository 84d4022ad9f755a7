using System.Numerics;
using System.Runtime.InteropServices;

namespace EqAssess.Domain.Statistics.Irt;

/// <summary>The cycles behind <see cref="Calibration"/>: who is likely to be where, and which parameters fit that best.</summary>
internal sealed class ExpectationMaximisation
{
    private const int Blocks = 16;

    private readonly short[][] patterns;
    private readonly Quadrature quadrature;
    private readonly CalibrationOptions options;
    private readonly PartFit[] fits;

    public ExpectationMaximisation(short[][] patterns, IReadOnlyList<IReadOnlyList<int>> counts, ModelFamily family, CalibrationOptions options)
    {
        this.patterns = patterns;
        this.options = options;
        quadrature = Quadrature.Normal(options.Nodes);
        fits = [.. counts.Select(c => new PartFit(family, c, quadrature.Nodes))];
    }

    public IReadOnlyList<ResponseModel> Parts => Array.ConvertAll(fits, f => f.Model);

    public double LogLikelihood { get; private set; }

    public int Cycles { get; private set; }

    /// <returns>Whether it converged.</returns>
    public bool Run()
    {
        LogLikelihood = double.NegativeInfinity;
        while (Cycles < options.MostCycles)
        {
            Cycles++;
            double before = LogLikelihood;
            Counted counted = Expect();
            LogLikelihood = counted.LogLikelihood;
            if (Math.Abs(LogLikelihood - before) < options.Tolerance)
            {
                return true;
            }

            Parallel.For(0, fits.Length, j => fits[j].Maximise(counted.Of(j)));
        }

        LogLikelihood = Expect().LogLikelihood;
        return false;
    }

    public IReadOnlyList<TraitEstimate> Scored()
    {
        var posterior = new Posterior(Parts, quadrature);
        var scored = new TraitEstimate[patterns.Length];
        Parallel.For(0, patterns.Length, i => scored[i] = posterior.Estimate(patterns[i]));
        return scored;
    }

    private Counted Expect()
    {
        var posterior = new Posterior(Parts, quadrature);
        var blocks = new Counted[Blocks];
        Parallel.For(0, Blocks, block =>
        {
            var counted = new Counted(fits, posterior.Width);
            double[] weights = new double[posterior.Width];
            for (int i = (int)((long)patterns.Length * block / Blocks); i < (long)patterns.Length * (block + 1) / Blocks; i++)
            {
                counted.Add(patterns[i], posterior.Weigh(patterns[i], weights), weights);
            }

            blocks[block] = counted;
        });
        foreach (Counted other in blocks.AsSpan(1))
        {
            blocks[0].Add(other);
        }

        return blocks[0];
    }

    /// <summary>Expected persons per part, category and node.</summary>
    private sealed class Counted(PartFit[] fits, int width)
    {
        private readonly double[][][] counts = [.. fits.Select(f => Enumerable.Range(0, f.Model.Categories).Select(_ => new double[width]).ToArray())];

        public double LogLikelihood { get; private set; }

        public double[][] Of(int part) => counts[part];

        public void Add(short[] pattern, double likelihood, double[] weights)
        {
            for (int j = 0; j < pattern.Length; j++)
            {
                if (pattern[j] >= 0)
                {
                    Sum(counts[j][pattern[j]], weights);
                }
            }

            LogLikelihood += likelihood;
        }

        public void Add(Counted other)
        {
            LogLikelihood += other.LogLikelihood;
            for (int j = 0; j < counts.Length; j++)
            {
                for (int k = 0; k < counts[j].Length; k++)
                {
                    Sum(counts[j][k], other.counts[j][k]);
                }
            }
        }

        private static void Sum(double[] to, double[] from)
        {
            Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(to.AsSpan());
            ReadOnlySpan<Vector<double>> more = MemoryMarshal.Cast<double, Vector<double>>(from.AsSpan());
            for (int v = 0; v < sums.Length; v++)
            {
                sums[v] += more[v];
            }
        }
    }
}
