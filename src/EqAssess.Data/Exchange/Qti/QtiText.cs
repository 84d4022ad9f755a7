using System.Text;
using System.Xml.Linq;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>The text of a piece of QTI body, one line a paragraph.</summary>
internal static class QtiText
{
    private static readonly string[] Blocks =
        ["p", "div", "section", "article", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "rubric-block", "stimulus-body", "item-body"];

    private static readonly string[] Inline =
        ["span", "em", "strong", "b", "i", "u", "a", "q", "cite", "code", "small", "big", "sub", "sup", "abbr", "acronym", "dfn", "kbd", "samp", "tt", "var", "bdo", "ruby", "rb", "rt", "rp", "prompt"];

    /// <summary>As we write it: paragraphs word for word, or the text itself.</summary>
    public static string Exact(XElement element) =>
        element.Elements().Any() ? string.Join('\n', element.Elements().Select(p => p.Value)) : element.Value;

    /// <summary>As others write it: white space means nothing, blocks are paragraphs.</summary>
    /// <param name="without">Left out in silence.</param>
    /// <param name="lost">Gets the names of elements that a text cannot hold.</param>
    public static string Flowing(XElement element, XElement? without, ISet<string> lost)
    {
        var text = new StringBuilder();
        Append(element, without, lost, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

    private static void Append(XElement element, XElement? without, ISet<string> lost, StringBuilder text)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value.Replace('\n', ' '));
            }
            else if (node is XElement child && child != without)
            {
                Append(child, QtiXml.Name(child), without, lost, text);
            }
        }
    }

    private static void Append(XElement child, string name, XElement? without, ISet<string> lost, StringBuilder text)
    {
        bool forOthers = name == "rubric-block" && QtiXml.Attribute(child, "view") is { } view && !view.Split(' ').Contains("candidate", StringComparer.Ordinal);
        if (forOthers || !(Blocks.Contains(name) || Inline.Contains(name)))
        {
            lost.Add(child.Name.LocalName);
            return;
        }

        text.Append(Blocks.Contains(name) ? "\n" : "");
        Append(child, without, lost, text);
        text.Append(Blocks.Contains(name) ? "\n" : "");
    }
}
