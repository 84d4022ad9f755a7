using System.Text;
using System.Xml;
using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>
/// Untrusted QTI as XML: no document type, no entity, nothing fetched, bounded in size and depth. Elements and attributes go by
/// their QTI 3 names without the prefix, whichever version the file is of: <c>choiceInteraction</c> is <c>choice-interaction</c>.
/// </summary>
internal static class QtiXml
{
    private const int DeepestElement = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = BankFolder.MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Null where the file is not read, and the problem says why.</summary>
    public static XElement? Root(byte[] bytes, string file, List<BankProblem> problems)
    {
        if (bytes.Length > BankFolder.MostBytes)
        {
            ZipEntries.Report(problems, "too-large", file, "the file is larger than 1 MB: take out what is no text");
            return null;
        }

        try
        {
            if (Depth(bytes) > DeepestElement)
            {
                ZipEntries.Report(problems, "too-deep", file, "the XML is nested too deeply for an item");
                return null;
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root;
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            int line = e is XmlException { LineNumber: > 0 } at ? at.LineNumber : 1;
            problems.Add(new BankProblem("invalid-xml", ProblemSeverity.Error, new Place.InFile(file, line), $"this is no XML that is read here (document types and entities are not): {e.Message}"));
            return null;
        }
    }

    public static string Name(XElement element) => Kebab(element.Name.LocalName) is var name && name.StartsWith("qti-", StringComparison.Ordinal) ? name["qti-".Length..] : name;

    /// <param name="name">Of QTI 3, for example <c>max-choices</c>.</param>
    public static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.NamespaceName.Length == 0 && Kebab(a.Name.LocalName) == name)?.Value.Trim();

    public static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => Name(child) == name);

    public static int Line(XElement element) => element is IXmlLineInfo at && at.HasLineInfo() ? Math.Max(at.LineNumber, 1) : 1;

    private static int Depth(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
        int deepest = 0;
        while (deepest <= DeepestElement && reader.Read())
        {
            deepest = Math.Max(deepest, reader.Depth);
        }

        return deepest;
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (char c in name)
        {
            kebab.Append(char.IsAsciiLetterUpper(c) && kebab.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
