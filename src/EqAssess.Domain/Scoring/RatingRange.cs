namespace EqAssess.Domain.Scoring;

/// <summary>The rating scale as arithmetic needs it: whole points from <paramref name="Lowest"/> to <paramref name="Highest"/>.</summary>
public sealed record RatingRange(int Lowest, int Highest)
{
    /// <summary>A: the number of points.</summary>
    public int Count => Highest - Lowest + 1;

    /// <summary>H − L: the largest possible distance.</summary>
    public int Span => Highest - Lowest;

    public double Midpoint => (Lowest + Highest) / 2d;

    /// <summary>An odd scale has its midpoint among its points; an even one has none to hide in.</summary>
    public bool IsEven => Count % 2 == 0;

    public IEnumerable<int> Points => Enumerable.Range(Lowest, Count);

    /// <summary>−1 below the midpoint, 1 above it, 0 on it.</summary>
    public int Side(double value) => Math.Sign(value - Midpoint);

    public bool Contains(double value) => value >= Lowest && value <= Highest;

    /// <summary>The largest distance that a rating can have from a key: max(H − k, k − L).</summary>
    public double Farthest(double key) => Math.Max(Highest - key, key - Lowest);

    /// <param name="points">Two or more consecutive whole numbers, ascending (<see cref="ScoringPlanChecks"/> sees to it).</param>
    public static RatingRange Of(IReadOnlyList<int> points) => new(points[0], points[^1]);
}
