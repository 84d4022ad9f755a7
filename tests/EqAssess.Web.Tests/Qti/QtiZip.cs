using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Tests.Qti;

/// <summary>Packages and items for tests, written here and not taken from anywhere.</summary>
internal static class QtiZip
{
    public static byte[] Of(params (string Name, string Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using Stream file = zip.CreateEntry(name).Open();
                file.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public static byte[] Export(Bank bank, params IReadOnlyList<Key> keys)
    {
        var stream = new MemoryStream();
        QtiPackage.Write(stream, bank, keys);
        return stream.ToArray();
    }

    public static IReadOnlyDictionary<string, string> Texts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    public static XElement Xml(byte[] package, string file) => XDocument.Parse(Texts(package)[file]).Root!;

    public static QtiReading Read(byte[] content, string name = "theirs.zip") => QtiPackage.Read(new MemoryStream(content), name);

    public static QtiReading ReadItem(string xml) => QtiPackage.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "item.xml");

    /// <summary>Problems of the package itself, as they are printed; not those of the draft.</summary>
    public static IReadOnlyList<string> OfPackage(QtiReading reading) =>
        [.. reading.Problems.Where(p => ((Place.InFile)p.Place).File.EndsWith(".xml", StringComparison.Ordinal)).Select(p => ProblemLine.Of(p))];

    /// <summary>An item of QTI 2.1: one choice of four.</summary>
    public static string Choice21(string processing = """<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>""", string body = "") => $"""
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Night Porter_1" title="The night porter" xml:lang="en" adaptive="false" timeDependent="false">
          <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
            <correctResponse><value>B</value></correctResponse>
            <mapping defaultValue="0"><mapEntry mapKey="B" mappedValue="3"/><mapEntry mapKey="C" mappedValue="1"/></mapping>
          </responseDeclaration>
          <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
          <itemBody>
            <p>A guest   stands at the desk.
               It is <em>late</em>.</p>
            <div><p>The lift is out of order.</p></div>{body}
            <choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1">
              <prompt>What do you say?</prompt>
              <simpleChoice identifier="A">I am <b>only</b> the porter.</simpleChoice>
              <simpleChoice identifier="B">That is a long way up. Let me carry the bags.</simpleChoice>
              <simpleChoice identifier="C">The stairs are there.</simpleChoice>
              <simpleChoice identifier="D"><p>Sorry.</p><p>Good night.</p></simpleChoice>
            </choiceInteraction>
          </itemBody>
          {processing}
        </assessmentItem>
        """;

    /// <summary>A match of QTI 3.0: options a to d, and a second set.</summary>
    public static string Match30(string second, string mapping = "") => $"""
        <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="m-1" title="A match" adaptive="false" time-dependent="false">
          <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="directedPair">
            <qti-mapping default-value="0">{mapping}</qti-mapping>
          </qti-response-declaration>
          <qti-item-body>
            <p>Somebody waits.</p>
            <qti-match-interaction response-identifier="RESPONSE" max-associations="4">
              <qti-simple-match-set>
                {string.Concat("abcd".Select(o => $"""<qti-simple-associable-choice identifier="{o}" match-max="1">Reply {o}.</qti-simple-associable-choice>"""))}
              </qti-simple-match-set>
              <qti-simple-match-set>{second}</qti-simple-match-set>
            </qti-match-interaction>
          </qti-item-body>
          <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>
        </qti-assessment-item>
        """;

    public static string Set(int most, params string[] identifiers) =>
        string.Concat(identifiers.Select(id => $"""<qti-simple-associable-choice identifier="{id}" match-max="{most}">{id}</qti-simple-associable-choice>"""));

    public static string Entries(params (string Pair, double Value)[] entries) =>
        string.Concat(entries.Select(e => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""<qti-map-entry map-key="{e.Pair}" mapped-value="{e.Value}"/>""")));
}
