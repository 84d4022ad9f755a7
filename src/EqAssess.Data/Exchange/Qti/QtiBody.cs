using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.RateEach;
using static EqAssess.Data.Exchange.Qti.QtiNames;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>What a candidate sees of an item, as QTI: the scenario, and one interaction. What QTI has no word for stands in data attributes.</summary>
internal static class QtiBody
{
    private static readonly string[] Points = ["very ineffective", "ineffective", "effective", "very effective"];

    public static XElement Of(Item item) => new(
        Asi + "qti-item-body",
        Field("use", Words.Of(item.Use)),
        Field("format", item.Format),
        Field("facet", item.Facet),
        Field("channel", Words.Of(item.Channel)),
        Field("question", Words.Of(item.Question)),
        item.ContentNote is { } note ? Field("content-note", note) : null,
        item.Enemies.Count > 0 ? Field("enemies", string.Join(' ', item.Enemies)) : null,
        new XElement(Asi + "div", Field("part", "situation"), Paragraphs(item.Situation)),
        item.Said.SelectMany(Said),
        Interaction(item));

    /// <summary>Text that XML can hold; what it cannot (unpaired surrogates and the like) is left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in YamlScalar.Kept(text).EnumerateRunes())
        {
            clean.Append(rune.Value > char.MaxValue || (XmlConvert.IsXmlChar((char)rune.Value) && rune != Rune.ReplacementChar) ? rune.ToString() : "");
        }

        return clean.ToString();
    }

    public static XAttribute Field(string name, string value) => new(DataName(name), Clean(value));

    private static IEnumerable<XElement> Said(Utterance said) =>
    [
        new(Asi + "p", new XElement(Asi + "strong", Clean(said.Speaker))),
        new(Asi + "blockquote", Field("part", "said"), Field("speaker", said.Speaker), Paragraphs(said.Text)),
    ];

    private static IEnumerable<XElement> Paragraphs(string text) => Clean(text).Split('\n').Select(line => new XElement(Asi + "p", line));

    private static object Flow(string text) => text.Contains('\n', StringComparison.Ordinal) ? Paragraphs(text) : Clean(text);

    private static XElement Interaction(Item item) => item.Format switch
    {
        BestFormat.FormatCode => new XElement(
            Asi + "qti-choice-interaction",
            new XAttribute("response-identifier", Response),
            new XAttribute("shuffle", "false"),
            new XAttribute("max-choices", 1),
            new XAttribute("min-choices", 1),
            Prompt("Which one is the most effective?"),
            item.Options.Select(o => new XElement(Asi + "qti-simple-choice", new XAttribute("identifier", OfOption(o.Id)), Flow(o.Text)))),
        MostLeastFormat.FormatCode => Match(
            "Which one is the most effective, and which one the least?",
            2,
            [Choice(Most, "most effective", 1), Choice(Least, "least effective", 1)],
            item.Options.Select(o => Choice(OfOption(o.Id), o.Text, 1))),
        RateEachFormat.FormatCode => Match(
            "How effective would each of these be?",
            item.Options.Count,
            item.Options.Select(o => Choice(OfOption(o.Id), o.Text, 1)),
            RateEachFormat.Scale.Select(point => Choice(OfPoint(point), Points[point - 1], item.Options.Count))),
        _ => Match(
            "Rank these from the most effective, 1, to the least.",
            item.Options.Count,
            item.Options.Select(o => Choice(OfOption(o.Id), o.Text, 1)),
            item.Options.Select((_, i) => Choice(OfRank(i + 1), (i + 1).ToString(CultureInfo.InvariantCulture), 1))),
    };

    private static XElement Match(string prompt, int associations, IEnumerable<XElement> first, IEnumerable<XElement> second) => new(
        Asi + "qti-match-interaction",
        new XAttribute("response-identifier", Response),
        new XAttribute("shuffle", "false"),
        new XAttribute("max-associations", associations),
        new XAttribute("min-associations", associations),
        Prompt(prompt),
        new XElement(Asi + "qti-simple-match-set", first),
        new XElement(Asi + "qti-simple-match-set", second));

    private static XElement Choice(string identifier, string text, int most) => new(
        Asi + "qti-simple-associable-choice", new XAttribute("identifier", identifier), new XAttribute("match-max", most), Flow(text));

    private static XElement Prompt(string text) => new(Asi + "qti-prompt", new XAttribute(XNamespace.Xml + "lang", "en"), text);
}
