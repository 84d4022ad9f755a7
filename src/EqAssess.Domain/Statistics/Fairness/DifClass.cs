namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>How much an item's functioning differs between groups of equal standing, in the words of Educational Testing Service.</summary>
public enum DifClass
{
    /// <summary>Negligible.</summary>
    A,

    /// <summary>Slight to moderate: look at it.</summary>
    B,

    /// <summary>Moderate to large: a review panel decides.</summary>
    C,
}
