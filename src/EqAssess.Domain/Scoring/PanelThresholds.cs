namespace EqAssess.Domain.Scoring;

/// <summary>What a panel must reach for its key. The defaults are those of the field; an installation may set others.</summary>
public sealed record PanelThresholds
{
    /// <summary>Complete judges for a key of status panel.</summary>
    public int JudgesForPanel { get; init; } = KeyPanel.LeastJudgesOfPanel;

    /// <summary>Complete judges below which nothing is published.</summary>
    public int JudgesForProvisional { get; init; } = KeyPanel.LeastJudges;

    /// <summary>Different roles among the complete judges.</summary>
    public int Roles { get; init; } = 2;

    public OptionThresholds Option { get; init; } = OptionThresholds.Default;

    /// <summary>ICC(2,k) of options by judges.</summary>
    public double Reliability { get; init; } = .80;

    /// <summary>Lower 95 % limit of ICC(2,k).</summary>
    public double ReliabilityLimit { get; init; } = .70;

    /// <summary>Share of the judges, 0 to 1, who name the same option as the best (or the worst) of an item that asks for it.</summary>
    public double PickShare { get; init; } = .60;

    /// <summary>By how much, 0 to 1, the share of that option is above the next.</summary>
    public double PickLead { get; init; } = .20;

    /// <summary>Scored options that an item needs to be kept.</summary>
    public int RetainedOptions { get; init; } = 2;
}
