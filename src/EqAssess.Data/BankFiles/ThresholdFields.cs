using EqAssess.Domain.Scoring;

namespace EqAssess.Data.BankFiles;

/// <summary>What a panel was held to, as files and the database name it. All of it is there, or nothing.</summary>
internal static class ThresholdFields
{
    public static IReadOnlyList<string> Names { get; } = [.. Of(new PanelThresholds()).Select(field => field.Name)];

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<(string Name, double Value)> Of(PanelThresholds thresholds) =>
    [
        ("judgesForPanel", thresholds.JudgesForPanel),
        ("judgesForProvisional", thresholds.JudgesForProvisional),
        ("roles", thresholds.Roles),
        ("agreement", thresholds.Option.Agreement),
        ("sameSideShare", thresholds.Option.Share),
        ("reliability", thresholds.Reliability),
        ("reliabilityLimit", thresholds.ReliabilityLimit),
        ("pickShare", thresholds.PickShare),
        ("pickLead", thresholds.PickLead),
        ("retainedOptions", thresholds.RetainedOptions),
    ];

    /// <param name="value">By name.</param>
    public static PanelThresholds Read(Func<string, double> value) => new()
    {
        JudgesForPanel = (int)value("judgesForPanel"),
        JudgesForProvisional = (int)value("judgesForProvisional"),
        Roles = (int)value("roles"),
        Option = new OptionThresholds(value("agreement"), value("sameSideShare")),
        Reliability = value("reliability"),
        ReliabilityLimit = value("reliabilityLimit"),
        PickShare = value("pickShare"),
        PickLead = value("pickLead"),
        RetainedOptions = (int)value("retainedOptions"),
    };
}
