namespace EqAssess.Domain.Panels;

/// <summary>How far a panel is. It only ever moves forward.</summary>
public enum PanelStage
{
    /// <summary>Items are chosen and links are handed out; a link opens, and judges may say who they are and rate nothing yet.</summary>
    Preparing,

    /// <summary>Each judge rates alone and sees nobody else's ratings.</summary>
    RoundOne,

    /// <summary>The judges see the distribution of round one, discuss in comments and rate again.</summary>
    RoundTwo,

    /// <summary>No rating is taken any more; the key can be published.</summary>
    Closed,

    /// <summary>A key version was published from it.</summary>
    Published,
}
