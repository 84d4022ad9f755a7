using EqAssess.Domain.Reports.Sections;

namespace EqAssess.Domain.Reports;

/// <summary>The sections of a report, in their order on paper.</summary>
public static class ReportSections
{
    public static IReadOnlyList<IReportSection> All { get; } =
    [
        new Overall(),
        new NormPlace(),
        new DomainsInWords(),
        new Cautions(),
        new Interview(),
        new Provenance(),
    ];
}

/// <summary>Builds one section. A pure function of the input.</summary>
public interface IReportSection
{
    /// <summary>Lower-case letters, the same in every language.</summary>
    string Code { get; }

    /// <returns>Null where there is nothing to say.</returns>
    ReportSection? Build(ReportInput input);
}
