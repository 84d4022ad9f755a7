using System.Globalization;

namespace EqAssess.Web.Rendering;

/// <summary>Which culture writes the dates and numbers of a language.</summary>
public static class Languages
{
    /// <summary>A plain <c>en</c> reads dates as most of the world writes them; every other language has its own culture.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);

    /// <summary><c>rtl</c> or <c>ltr</c>, for the <c>dir</c> of content in this language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string DirectionOf(string language) => CultureOf(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";
}
