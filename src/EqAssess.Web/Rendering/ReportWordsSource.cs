using System.Globalization;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>The texts of reports in one language. A key that is missing throws.</summary>
public static class ReportWordsSource
{
    public static ReportWords In(CultureInfo culture)
    {
        var texts = new ReportTexts { Culture = culture };
        return (key, arguments) => texts[key, arguments];
    }

    private sealed class ReportTexts() : Words("ReportWords");
}
