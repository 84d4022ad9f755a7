namespace EqAssess.Domain.Statistics.Validity;

/// <summary>What is said about somebody's work after the test.</summary>
public enum OutcomeMeasure
{
    /// <summary>Score of a quality check of contacts, 0 to 100.</summary>
    QaScore,

    /// <summary>Satisfaction of customers, on one scale for everybody.</summary>
    Csat,

    /// <summary>Share of contacts settled at the first one, 0 to 100.</summary>
    FirstContactResolution,

    /// <summary>1: the person left within the period that counts; 0: the person stayed.</summary>
    Attrition,
}
