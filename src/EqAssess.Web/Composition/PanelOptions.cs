using System.ComponentModel.DataAnnotations;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Panels</c>: what a panel must reach. The numbers of judges can be raised only, since the words "provisional" and "panel" promise them. A key that was published below the other defaults says so, and as a file it is refused unless it earns its status by the defaults.</summary>
public sealed record PanelOptions
{
    /// <summary>Complete judges for a key of the status panel.</summary>
    [Range(KeyPanel.LeastJudgesOfPanel, 100)]
    public int JudgesForPanel { get; init; } = KeyPanel.LeastJudgesOfPanel;

    /// <summary>Complete judges below which nothing is published.</summary>
    [Range(KeyPanel.LeastJudges, 100)]
    public int JudgesForProvisional { get; init; } = KeyPanel.LeastJudges;

    [Range(1, 10)]
    public int Roles { get; init; } = 2;

    /// <summary>Smallest r_wg of an option that is scored.</summary>
    [Range(0d, 1d)]
    public double Agreement { get; init; } = OptionThresholds.Default.Agreement;

    /// <summary>Smallest share of the judges on the key's side of the midpoint.</summary>
    [Range(0.5, 1d)]
    public double SameSideShare { get; init; } = OptionThresholds.Default.Share;

    /// <summary>Smallest ICC(2,k) of a panel.</summary>
    [Range(0d, 1d)]
    public double Reliability { get; init; } = .80;

    /// <summary>Smallest lower 95 % limit of ICC(2,k).</summary>
    [Range(-1d, 1d)]
    public double ReliabilityLimit { get; init; } = .70;

    /// <summary>Smallest share of the judges who name the same best (or worst) option.</summary>
    [Range(0d, 1d)]
    public double PickShare { get; init; } = .60;

    /// <summary>By how much that share is above the next.</summary>
    [Range(0d, 1d)]
    public double PickLead { get; init; } = .20;

    /// <summary>Scored options that an item needs.</summary>
    [Range(2, 5)]
    public int RetainedOptions { get; init; } = 2;

    public PanelThresholds Thresholds => new()
    {
        JudgesForPanel = JudgesForPanel,
        JudgesForProvisional = JudgesForProvisional,
        Roles = Roles,
        Option = new OptionThresholds(Agreement, SameSideShare),
        Reliability = Reliability,
        ReliabilityLimit = ReliabilityLimit,
        PickShare = PickShare,
        PickLead = PickLead,
        RetainedOptions = RetainedOptions,
    };
}
