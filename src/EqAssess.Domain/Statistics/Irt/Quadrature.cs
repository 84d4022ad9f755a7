namespace EqAssess.Domain.Statistics.Irt;

/// <summary>Points of θ that stand for a normal group, and their weights, which sum to 1.</summary>
public sealed record Quadrature(IReadOnlyList<double> Nodes, IReadOnlyList<double> Weights)
{
    /// <summary>121 points from −6 to 6 with the weights of the standard normal density.</summary>
    public static Quadrature Default { get; } = Normal(121);

    /// <param name="points">61 at least, or integrals of steep items lose digits.</param>
    public static Quadrature Normal(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 61);
        double[] nodes = [.. Enumerable.Range(0, points).Select(i => -6 + (12d * i / (points - 1)))];
        double[] density = Array.ConvertAll(nodes, x => Math.Exp(-x * x / 2));
        double sum = density.Sum();
        return new Quadrature(nodes, Array.ConvertAll(density, d => d / sum));
    }
}
