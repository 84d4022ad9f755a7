namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>What the numbers of people allow to say about differential functioning (after ETS practice, Zwick 2012).</summary>
public enum DifStanding
{
    NotEnough,

    /// <summary>Shown as a hint only.</summary>
    Exploratory,
    Formal,
}

/// <summary>The sizes behind <see cref="DifStanding"/>.</summary>
public static class DifSample
{
    public const int FewestFocal = 100;
    public const int FewestInAll = 300;

    public static DifStanding Of(int reference, int focal) =>
        focal >= 200 && reference + focal >= 500 ? DifStanding.Formal
        : focal >= FewestFocal && reference + focal >= FewestInAll ? DifStanding.Exploratory
        : DifStanding.NotEnough;
}
