using System.Globalization;
using System.Xml.Linq;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.Best;
using static EqAssess.Data.Exchange.Qti.QtiNames;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>One item as a <c>qti-assessment-item</c>.</summary>
internal static class QtiItemXml
{
    /// <param name="credits">Null for an item without scoring: its file then says nothing about which choice is right.</param>
    public static XElement Of(Item item, string language, IReadOnlyDictionary<string, double>? credits) => new(
        Asi + "qti-assessment-item",
        new XAttribute("identifier", OfItem(item.Id)),
        new XAttribute("title", QtiBody.Clean(item.Title)),
        new XAttribute(XNamespace.Xml + "lang", language),
        new XAttribute("adaptive", "false"),
        new XAttribute("time-dependent", "false"),
        Declaration(item, credits),
        credits is null ? null : Outcomes(credits),
        QtiBody.Of(item),
        credits is null ? null : new XElement(Asi + "qti-response-processing", new XAttribute("template", MapResponse)));

    private static XElement Declaration(Item item, IReadOnlyDictionary<string, double>? credits)
    {
        bool single = item.Format == BestFormat.FormatCode;
        return new XElement(
            Asi + "qti-response-declaration",
            new XAttribute("identifier", Response),
            new XAttribute("cardinality", single ? "single" : "multiple"),
            new XAttribute("base-type", single ? "identifier" : "directedPair"),
            credits is null ? null : Correct(item, credits),
            credits is null ? null : Mapping(credits));
    }

    private static XElement Correct(Item item, IReadOnlyDictionary<string, double> credits)
    {
        var choices = item.Format == BestFormat.FormatCode ? [credits] : credits.GroupBy(c => c.Key.Split(' ')[0]).Select(g => (IEnumerable<KeyValuePair<string, double>>)g);
        return new XElement(Asi + "qti-correct-response", choices.Select(choice => new XElement(Asi + "qti-value", choice.MaxBy(c => c.Value).Key)));
    }

    private static XElement Mapping(IReadOnlyDictionary<string, double> credits) => new(
        Asi + "qti-mapping",
        new XAttribute("default-value", 0),
        credits.Where(c => c.Value != 0).Select(c => new XElement(
            Asi + "qti-map-entry", new XAttribute("map-key", c.Key), new XAttribute("mapped-value", c.Value.ToString("R", CultureInfo.InvariantCulture)))));

    private static IEnumerable<XElement> Outcomes(IReadOnlyDictionary<string, double> credits)
    {
        bool single = credits.Keys.All(k => !k.Contains(' ', StringComparison.Ordinal));
        double most = single ? credits.Values.Max() : credits.GroupBy(c => c.Key.Split(' ')[0]).Sum(g => g.Max(c => c.Value));
        return [Outcome(Score, 0, most), Outcome("MAXSCORE", most, null)];
    }

    private static XElement Outcome(string identifier, double value, double? most) => new(
        Asi + "qti-outcome-declaration",
        new XAttribute("identifier", identifier),
        new XAttribute("cardinality", "single"),
        new XAttribute("base-type", "float"),
        most is null ? null : new XAttribute("normal-maximum", most.Value.ToString("R", CultureInfo.InvariantCulture)),
        new XElement(Asi + "qti-default-value", new XElement(Asi + "qti-value", value.ToString("R", CultureInfo.InvariantCulture))));
}
