using System.Globalization;
using System.Xml.Linq;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using Xunit;

namespace EqAssess.Web.Tests.Qti;

public sealed class QtiExportTests
{
    private static readonly XNamespace Asi = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static readonly XNamespace Cp = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
    private static readonly string[] Options = ["a", "b", "c", "d"];

    [Fact]
    public void A_package_holds_a_manifest_a_test_of_the_live_items_and_each_item()
    {
        using var folder = new BankFolderBuilder();
        Bank bank = folder.Read().Bank!;

        byte[] package = QtiZip.Export(bank);

        Assert.Equal(["imsmanifest.xml", "test.xml", "items/late-parcel.xml", "items/warm-up.xml", "eqassess/bank.yaml"], QtiZip.Texts(package).Keys);
        XElement manifest = QtiZip.Xml(package, "imsmanifest.xml");
        Assert.Equal(
            ["imsqti_test_xmlv3p0 test.xml", "imsqti_item_xmlv3p0 items/late-parcel.xml", "imsqti_item_xmlv3p0 items/warm-up.xml", "webcontent eqassess/bank.yaml"],
            manifest.Descendants(Cp + "resource").Select(r => $"{r.Attribute("type")!.Value} {r.Attribute("href")!.Value}"));
        Assert.Equal("items/late-parcel.xml", Assert.Single(QtiZip.Xml(package, "test.xml").Descendants(Asi + "qti-assessment-item-ref")).Attribute("href")!.Value);
    }

    [Fact]
    public void Without_keys_nothing_tells_a_good_answer_from_a_bad_one()
    {
        using var folder = new BankFolderBuilder();

        string all = string.Concat(QtiZip.Texts(QtiZip.Export(folder.Read().Bank!)).Values);

        Assert.DoesNotContain("qti-mapping", all, StringComparison.Ordinal);
        Assert.DoesNotContain("qti-correct-response", all, StringComparison.Ordinal);
        Assert.DoesNotContain("response-processing", all, StringComparison.Ordinal);
        Assert.DoesNotContain("effectiveness", all, StringComparison.Ordinal);
        Assert.DoesNotContain("A stock phrase.", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_score_by_the_best_founded_key()
    {
        Item item = ItemOf("best");

        XElement xml = QtiZip.Xml(QtiZip.Export(BankOf(item), KeyOf("draft-9", KeyStatus.Draft, 4, 1, 2, 3), KeyOf("panel-1", KeyStatus.Panel, 1, 4, 2, 3)), "items/the-item.xml");

        Assert.Equal("option-b", Assert.Single(xml.Descendants(Asi + "qti-value"), v => v.Parent!.Name == Asi + "qti-correct-response").Value);
    }

    [Theory]
    [InlineData("best")]
    [InlineData("most-least")]
    [InlineData("rate-each")]
    [InlineData("rank")]
    public void The_mapping_earns_what_the_default_method_gives_for_every_response(string format)
    {
        Item item = ItemOf(format);
        Key key = KeyOf("draft-1", KeyStatus.Draft, 2, 4, 1, 3);
        XElement xml = QtiZip.Xml(QtiZip.Export(BankOf(item), key), "items/the-item.xml");
        var mapping = xml.Descendants(Asi + "qti-map-entry").ToDictionary(
            e => e.Attribute("map-key")!.Value, e => double.Parse(e.Attribute("mapped-value")!.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var method = (CreditMethod)ScoringMethods.DefaultFor(format)!;
        var planned = new PlannedItem(Guid.Empty, item.Id, format, "", 1, key.Items[item.Id].Options);

        Assert.All(Responses(format), response =>
        {
            double expected = method.Credit(planned, response.Canonical, RatingRange.Of(key.Scale)).Sum;
            Assert.Equal(expected, response.Choices.Sum(choice => mapping.GetValueOrDefault(choice)), 1e-12);
        });
    }

    [Fact]
    public void A_key_that_no_sum_over_choices_can_say_leaves_the_item_unscored_and_in_the_side_file()
    {
        Key key = KeyOf("panel-1", KeyStatus.Panel, 2, 4, 1, 3) with { Method = "raw-distance" };

        byte[] package = QtiZip.Export(BankOf(ItemOf("rate-each")), key);

        Assert.DoesNotContain("response-processing", QtiZip.Texts(package)["items/the-item.xml"], StringComparison.Ordinal);
        Assert.Contains("method: raw-distance", QtiZip.Texts(package)["eqassess/keys/panel-1.yaml"], StringComparison.Ordinal);
    }

    private static IEnumerable<(string Canonical, string[] Choices)> Responses(string format) => format switch
    {
        "best" => Options.Select(o => ($"best={o}", new[] { $"option-{o}" })),
        "most-least" => from most in Options from least in Options where most != least select ($"best={most};worst={least}", new[] { $"most option-{most}", $"least option-{least}" }),
        "rate-each" => from a in Enumerable.Range(1, 4) from b in Enumerable.Range(1, 4) from c in Enumerable.Range(1, 4) from d in Enumerable.Range(1, 4)
                       let ratings = new[] { a, b, c, d }
                       select (string.Join(';', Options.Zip(ratings, (o, r) => $"{o}={r}")), Options.Zip(ratings, (o, r) => $"option-{o} point-{r}").ToArray()),
        _ => from order in Orders(Options) select (string.Join('>', order), order.Select((o, i) => $"option-{o} rank-{i + 1}").ToArray()),
    };

    private static IEnumerable<string[]> Orders(string[] options) =>
        options.Length == 0 ? [[]] : options.SelectMany(first => Orders([.. options.Where(o => o != first)]).Select(rest => (string[])[first, .. rest]));

    private static Item ItemOf(string format) => new(
        "the-item", ItemUse.Live, format, "cues", Channel.Phone, null, "An item", "Somebody waits.", [], Question.Reply, [.. Options.Select(o => new Option(o, $"Reply {o}."))]);

    private static Bank BankOf(Item item) => new("small-bank", "A small bank", "en", "For tests.", [], [item]);

    private static Key KeyOf(string version, KeyStatus status, params int[] effectiveness) => new(
        version, status, "keyed-credit", [1, 2, 3, 4], "tests",
        new Dictionary<string, KeyedItem>(StringComparer.Ordinal) { ["the-item"] = new([], [.. Options.Zip(effectiveness, (o, e) => new KeyedOption(o, e, "Because.", ["P01"]))]) });
}
