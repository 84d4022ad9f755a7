using System.Xml.Linq;
using EqAssess.Domain.Banks;
using static EqAssess.Data.Exchange.Qti.QtiNames;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>The test of all live items, and the manifest of the package.</summary>
internal static class QtiTestXml
{
    public const string File = "test.xml";

    public static string FileOf(Item item) => $"items/{item.Id}.xml";

    /// <param name="scored">Whether items say what they earn, so that the test can add it up.</param>
    public static XElement Test(Bank bank, bool scored) => new(
        Asi + "qti-assessment-test",
        new XAttribute("identifier", $"bank-{bank.Id}"),
        new XAttribute("title", QtiBody.Clean(bank.Title)),
        scored ? Outcome() : null,
        new XElement(
            Asi + "qti-test-part",
            new XAttribute("identifier", "part-1"),
            new XAttribute("navigation-mode", "nonlinear"),
            new XAttribute("submission-mode", "simultaneous"),
            new XElement(
                Asi + "qti-assessment-section",
                new XAttribute("identifier", "live"),
                new XAttribute("title", QtiBody.Clean(bank.Title)),
                new XAttribute("visible", "true"),
                bank.Items.Where(item => item.Use == ItemUse.Live).Select(item => new XElement(
                    Asi + "qti-assessment-item-ref", new XAttribute("identifier", OfItem(item.Id)), new XAttribute("href", FileOf(item)))))),
        scored ? Processing() : null);

    /// <param name="others">Files of the package that are neither items nor the test.</param>
    public static XElement Manifest(Bank bank, IEnumerable<string> others) => new(
        Cp + "manifest",
        new XAttribute("identifier", $"package-{bank.Id}"),
        new XElement(Cp + "metadata", new XElement(Cp + "schema", "QTI Package"), new XElement(Cp + "schemaversion", "3.0.0")),
        new XElement(Cp + "organizations"),
        new XElement(
            Cp + "resources",
            Resource("test", "imsqti_test_xmlv3p0", File, bank.Items.Where(item => item.Use == ItemUse.Live).Select(item => OfItem(item.Id))),
            bank.Items.Select(item => Resource(OfItem(item.Id), "imsqti_item_xmlv3p0", FileOf(item), [])),
            others.Select((file, i) => Resource($"side-{i}", "webcontent", file, []))));

    private static XElement Resource(string identifier, string type, string file, IEnumerable<string> needs) => new(
        Cp + "resource",
        new XAttribute("identifier", identifier),
        new XAttribute("type", type),
        new XAttribute("href", file),
        new XElement(Cp + "file", new XAttribute("href", file)),
        needs.Select(need => new XElement(Cp + "dependency", new XAttribute("identifierref", need))));

    private static XElement Outcome() => new(
        Asi + "qti-outcome-declaration",
        new XAttribute("identifier", Score),
        new XAttribute("cardinality", "single"),
        new XAttribute("base-type", "float"),
        new XElement(Asi + "qti-default-value", new XElement(Asi + "qti-value", "0")));

    private static XElement Processing() => new(
        Asi + "qti-outcome-processing",
        new XElement(
            Asi + "qti-set-outcome-value",
            new XAttribute("identifier", Score),
            new XElement(Asi + "qti-sum", new XElement(Asi + "qti-test-variables", new XAttribute("variable-identifier", Score), new XAttribute("base-type", "float")))));
}
