namespace EqAssess.Domain.Statistics.Items;

/// <summary>Something about an item that a person should look at. It opens a review and never changes a key or a score.</summary>
public enum ItemFlag
{
    /// <summary>Critical: those who choose the keyed option do worse on the rest, or another option attracts clearly better people.</summary>
    KeySuspect,

    /// <summary>Critical: the item runs against the rest.</summary>
    NegativeDiscrimination,
    LowDiscrimination,
    TooEasy,
    TooHard,

    /// <summary>For information: hardly anybody chooses one of the options.</summary>
    DeadOption,
    OmitHigh,
    NotReachedHigh,

    /// <summary>Without the item alpha would be clearly higher.</summary>
    HurtsReliability,

    /// <summary>For information: the judges' mean lies at the middle of the scale, where items say least (McDaniel et al. 2011).</summary>
    MidrangeKey,
}
