using MathNet.Numerics;

namespace EqAssess.Domain.Statistics;

/// <summary>The F distribution, also with fractional degrees of freedom.</summary>
internal static class FisherF
{
    private const int Halvings = 200;

    /// <summary>
    /// The value below which a share of the distribution lies, by halving ln F. Math.NET's own quantile looks no further than 1000,
    /// which few degrees of freedom exceed.
    /// </summary>
    /// <param name="share">Between 0 and 1, both excluded.</param>
    /// <param name="above">Degrees of freedom of the numerator, above 0.</param>
    /// <param name="below">Degrees of freedom of the denominator, above 0.</param>
    public static double Quantile(double share, double above, double below)
    {
        double low = -700;
        double high = 700;
        for (int i = 0; i < Halvings && low < high; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = ShareBelow(Math.Exp(middle), above, below) < share ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }

    private static double ShareBelow(double value, double above, double below) =>
        SpecialFunctions.BetaRegularized(above / 2, below / 2, above * value / ((above * value) + below));
}
