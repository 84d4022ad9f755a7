using System.Numerics;
using System.Runtime.InteropServices;

namespace EqAssess.Domain.Statistics;

/// <summary>Sums along columns of doubles, several lanes at a time. The order of adding is fixed, so results do not depend on the machine's load.</summary>
internal static class Columns
{
    /// <summary>totals += column, where column has a number.</summary>
    public static void AddKnown(double[] totals, double[] column)
    {
        Span<Vector<double>> to = MemoryMarshal.Cast<double, Vector<double>>(totals.AsSpan());
        ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(column.AsSpan());
        for (int i = 0; i < to.Length; i++)
        {
            // A NaN is the only value that differs from itself.
            to[i] += Vector.ConditionalSelect(Vector.Equals(from[i], from[i]), from[i], Vector<double>.Zero);
        }

        for (int i = to.Length * Vector<double>.Count; i < totals.Length; i++)
        {
            totals[i] += double.IsNaN(column[i]) ? 0 : column[i];
        }
    }

    /// <summary>Σx; no NaN.</summary>
    public static double Sum(double[] column)
    {
        Vector<double> sum = Vector<double>.Zero;
        ReadOnlySpan<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(column.AsSpan());
        foreach (Vector<double> lane in lanes)
        {
            sum += lane;
        }

        double total = Vector.Sum(sum);
        for (int i = lanes.Length * Vector<double>.Count; i < column.Length; i++)
        {
            total += column[i];
        }

        return total;
    }

    /// <summary>Σ(x − a)(y − b); no NaN.</summary>
    public static double Products(double[] x, double a, double[] y, double b)
    {
        Vector<double> sum = Vector<double>.Zero;
        var offA = new Vector<double>(a);
        var offB = new Vector<double>(b);
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x.AsSpan());
        ReadOnlySpan<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        for (int i = 0; i < xs.Length; i++)
        {
            sum += (xs[i] - offA) * (ys[i] - offB);
        }

        double total = Vector.Sum(sum);
        for (int i = xs.Length * Vector<double>.Count; i < x.Length; i++)
        {
            total += (x[i] - a) * (y[i] - b);
        }

        return total;
    }

    /// <summary>to = x·y, cell by cell.</summary>
    public static void Multiply(double[] to, double[] x, double[] y)
    {
        Span<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(to.AsSpan());
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x.AsSpan());
        ReadOnlySpan<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = xs[i] * ys[i];
        }

        for (int i = lanes.Length * Vector<double>.Count; i < to.Length; i++)
        {
            to[i] = x[i] * y[i];
        }
    }

    /// <summary>Σxy; no NaN.</summary>
    public static double Dot(double[] x, double[] y)
    {
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x.AsSpan());
        ReadOnlySpan<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());

        // Two sums, so that an addition need not wait for the one before it.
        (Vector<double> even, Vector<double> odd) = (Vector<double>.Zero, Vector<double>.Zero);
        int i = 0;
        for (; i + 1 < xs.Length; i += 2)
        {
            even += xs[i] * ys[i];
            odd += xs[i + 1] * ys[i + 1];
        }

        double total = Vector.Sum(i < xs.Length ? even + odd + (xs[i] * ys[i]) : even + odd);
        for (int rest = xs.Length * Vector<double>.Count; rest < x.Length; rest++)
        {
            total += x[rest] * y[rest];
        }

        return total;
    }

    /// <summary>Whether all values are equal but for the noise of sums of doubles, as <see cref="Moments.AreAlike"/> without its enumerators.</summary>
    public static bool AreAlike(double[] column)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in column)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return column.Length == 0 || high - low <= 1e-12 * Math.Max(1, Math.Max(Math.Abs(low), Math.Abs(high)));
    }
}
