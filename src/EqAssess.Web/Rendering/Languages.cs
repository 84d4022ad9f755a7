using System.Globalization;

namespace EqAssess.Web.Rendering;

/// <summary>Which culture writes the dates and numbers of a language, and which languages there are words for candidates in.</summary>
public static class Languages
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A plain <c>en</c> reads dates as most of the world writes them; every other language has its own culture.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static CultureInfo CultureOf(string language) =>
        language == "en" ? English : PseudoLanguage.Find(language)?.Culture ?? CultureInfo.GetCultureInfo(language);

    /// <summary><c>rtl</c> or <c>ltr</c>, for the <c>dir</c> of content in this language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string DirectionOf(string language) =>
        PseudoLanguage.Find(language)?.Mirrored ?? CultureOf(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The culture itself where candidates' words exist in its language; English for every other.</summary>
    public static CultureInfo Spoken(CultureInfo asked) => PseudoLanguage.Of(asked) is not null ? asked : asked.TwoLetterISOLanguageName switch
    {
        "es" => asked,
        "en" when !asked.IsNeutralCulture => asked,
        _ => English,
    };

    /// <summary>The first of the browser's languages that there are words in: for pages that belong to no form.</summary>
    public static CultureInfo AskedFor(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(l => l is "en" or "es") is "es" ? CultureInfo.GetCultureInfo("es") : English;
}
