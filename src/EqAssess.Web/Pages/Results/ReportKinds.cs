using EqAssess.Domain.Reports;

namespace EqAssess.Web.Pages.Results;

/// <summary>The reports about one person, as addresses name them.</summary>
public static class ReportKinds
{
    /// <summary>In the order of the page; the first has the plain address.</summary>
    public static IReadOnlyList<(ReportKind Kind, string Code)> OfOnePerson { get; } =
        [(ReportKind.Recruiter, ""), (ReportKind.InterviewGuide, "interview-guide"), (ReportKind.Development, "development")];

    /// <returns>Null for an unknown one.</returns>
    public static ReportKind? Read(string? code) =>
        OfOnePerson.Where(k => k.Code == (code ?? "")).Select(k => (ReportKind?)k.Kind).FirstOrDefault();

    /// <param name="page">Nothing, or <c>/pdf</c>.</param>
    public static string AddressOf(Guid run, ReportKind kind, string page = "")
    {
        string code = OfOnePerson.Single(k => k.Kind == kind).Code;
        return $"/reports/{run}{page}{(code.Length == 0 ? "" : $"?as={code}")}";
    }
}
