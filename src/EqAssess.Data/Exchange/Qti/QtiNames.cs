using System.Xml.Linq;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>Names of QTI 3.0 (1EdTech), and the ones of ours that stand in its extension attributes.</summary>
internal static class QtiNames
{
    public const string MapResponse = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml";

    /// <summary>Where our own files lie in a package: what QTI has no place for.</summary>
    public const string SideFolder = "eqassess";

    public const string Response = "RESPONSE";
    public const string Score = "SCORE";
    public const string Most = "most";
    public const string Least = "least";

    private const string OptionPrefix = "option-";
    private const string ItemPrefix = "item-";

    public static XNamespace Asi { get; } = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

    public static XNamespace Cp { get; } = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";

    // Identifiers begin with a letter, and those of options are not to meet those of scale points.
    public static string OfOption(string id) => OptionPrefix + id;

    public static string OfItem(string id) => ItemPrefix + id;

    public static string OfPoint(int point) => $"point-{point}";

    public static string OfRank(int rank) => $"rank-{rank}";

    public static string OptionOf(string identifier) => Without(OptionPrefix, identifier);

    public static string ItemOf(string identifier) => Without(ItemPrefix, identifier);

    /// <summary>An extension attribute of ours, as HTML has them.</summary>
    public static string DataName(string name) => $"data-eqassess-{name}";

    private static string Without(string prefix, string identifier) =>
        identifier.StartsWith(prefix, StringComparison.Ordinal) ? identifier[prefix.Length..] : identifier;
}
