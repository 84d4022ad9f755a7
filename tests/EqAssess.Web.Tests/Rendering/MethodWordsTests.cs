using System.Globalization;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

public sealed class MethodWordsTests
{
    public static TheoryData<string> Methods => [.. ScoringMethods.All.Select(m => m.Code)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_scoring_method_can_be_explained_in_a_report(string method)
    {
        ReportWords words = ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB"));

        Assert.EndsWith(".", words($"Method.{method}"), StringComparison.Ordinal);
    }
}
