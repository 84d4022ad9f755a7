namespace EqAssess.Domain.Statistics.Norms;

/// <summary>What the size and the age of a norm group allow (sizes after the review model of the European Federation of Psychologists' Associations).</summary>
public static class NormStanding
{
    public const int FewestPersons = 100;

    public static NormSize OfSize(int persons) => persons switch
    {
        < FewestPersons => NormSize.TooFew,
        < 200 => NormSize.Provisional,
        < 300 => NormSize.Adequate,
        < 400 => NormSize.Good,
        _ => NormSize.Excellent,
    };

    /// <param name="collected">When the last of the data was collected.</param>
    public static NormAge OfAge(DateOnly collected, DateOnly today) =>
        today >= collected.AddYears(8) ? NormAge.Expired : today > collected.AddYears(5) ? NormAge.Review : NormAge.Current;
}

public enum NormSize
{
    /// <summary>No norms are shown.</summary>
    TooFew,

    /// <summary>Percentile ranks in bands of ten.</summary>
    Provisional,
    Adequate,
    Good,
    Excellent,
}

public enum NormAge
{
    Current,
    Review,
    Expired,
}
