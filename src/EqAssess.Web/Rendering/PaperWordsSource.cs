using System.Globalization;
using EqAssess.Domain.Reports;

namespace EqAssess.Web.Rendering;

/// <summary>The texts of papers about tests and groups, which name no candidate: for staff, so in English.</summary>
public static class PaperWordsSource
{
    public const string Language = "en-GB";

    public static ReportWords English { get; } = In(CultureInfo.GetCultureInfo(Language));

    private static ReportWords In(CultureInfo culture)
    {
        var texts = new PaperTexts { Culture = culture };
        return (key, arguments) => texts[key, arguments];
    }

    private sealed class PaperTexts() : Words("PaperWords");
}
