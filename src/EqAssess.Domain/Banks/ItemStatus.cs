namespace EqAssess.Domain.Banks;

/// <summary>Where an item version is in its life.</summary>
public enum ItemStatus
{
    /// <summary>Being written; the only status in which content changes.</summary>
    Draft,

    /// <summary>Waits for somebody who has not written in it.</summary>
    InReview,

    /// <summary>A second person stands for it; it waits to be published.</summary>
    Approved,

    /// <summary>In use: forms can be made of it.</summary>
    Live,

    /// <summary>Out of use: replaced, withdrawn or given up. Forms keep what they froze.</summary>
    Retired,
}

/// <summary>Where an item version was written.</summary>
public enum ItemOrigin
{
    /// <summary>In the bank's files, reviewed where they are kept.</summary>
    Files,

    /// <summary>In the browser.</summary>
    Browser,
}
