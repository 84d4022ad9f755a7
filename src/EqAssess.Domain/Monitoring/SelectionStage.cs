namespace EqAssess.Domain.Monitoring;

/// <summary>What people of a group are counted by, all of the same base: handed in or timed out, scored, and not withdrawn.</summary>
/// <remarks>
/// Earlier stages have no groups: the questions are asked after the test. Stages never nest, so that no difference of two is a count of its
/// own.
/// </remarks>
public enum SelectionStage
{
    /// <summary>Handed in before the time was over.</summary>
    InTime,

    /// <summary>Scored strictly above the median of everybody in the base (6 RCNY 5-301: scoring rate), once the campaign is closed.</summary>
    AboveMedian,

    /// <summary>Shortlisted by the latest decision. Who has none yet counts as not shortlisted.</summary>
    Shortlisted,
}
