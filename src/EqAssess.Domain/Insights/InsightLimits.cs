namespace EqAssess.Domain.Insights;

/// <summary>People from whom on a number is given at all. Below, a page says how many are missing.</summary>
public static class InsightLimits
{
    /// <summary>Alpha and its interval, mean and SD; the interval says the rest.</summary>
    public const int Reliability = 30;

    /// <summary>Item statistics; provisional until <see cref="Flags"/>.</summary>
    public const int Items = 50;

    /// <summary>Flags, omega, local dependence, and estimates that may take the place of planning values.</summary>
    public const int Flags = 100;

    /// <summary>Numbers of one month.</summary>
    public const int Month = 30;

    /// <summary>Comparison of scoring methods and keys.</summary>
    public const int Comparison = 50;

    /// <summary>People of each group before means of groups are compared.</summary>
    public const int Group = 30;

    /// <summary>Counts below it do not leave the house in files.</summary>
    public const int Cell = 5;

    /// <summary>A month whose mean lies further from that of all others, in SD, is pointed out.</summary>
    public const double Shift = .20;
}
