using System.Text;
using EqAssess.Data.Exchange.Qti;
using EqAssess.Domain.Banks;
using EqAssess.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EqAssess.Web.Tests.Qti;

public sealed class HostileQtiTests
{
    private static readonly string[] Scraps =
        ["", "<", ">", "/", "\"", "&", "&amp;", "&#0;", "&#x85;", "&x;", "<!--", "]]>", "<![CDATA[", "<?x?>", " identifier=\"a\"", "-interaction", "option-", "point-9", "<p>", "</p>", "<div><div>", "1e999", "-1", "NaN", "\0", "\uFFFE", "👩", "  ", "xmlns:q=\"q\"", "q:"];

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "http://example.org/x.dtd">""")]
    public void A_document_type_is_refused(string doctype)
    {
        QtiReading reading = QtiZip.ReadItem(doctype + QtiZip.Choice21());

        Assert.Contains(QtiZip.OfPackage(reading), p => p.Contains("document types and entities are not", StringComparison.Ordinal));
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void An_inclusion_is_not_followed()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21(body: """<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>"""));

        Assert.Contains(QtiZip.OfPackage(reading), p => p.EndsWith("left out: include", StringComparison.Ordinal));
    }

    [Fact]
    public void XML_that_is_deep_or_large_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 100_000));
        string large = QtiZip.Choice21(body: new string('x', 1_100_000));

        Assert.Equal("item.xml:1: the XML is nested too deeply for an item", QtiZip.OfPackage(QtiZip.ReadItem(deep))[0]);
        Assert.Equal("item.xml:1: the file is larger than 1 MB: take out what is no text", QtiZip.OfPackage(QtiZip.ReadItem(large))[0]);
    }

    [Fact]
    public void A_path_out_of_the_package_refuses_it()
    {
        QtiReading reading = QtiZip.Read(QtiZip.Of(("../item.xml", QtiZip.Choice21())));

        Assert.Contains(reading.Problems, p => p.Code == "unsafe-entry");
        Assert.Empty(reading.Files);
    }

    [Fact]
    public void An_id_that_would_lead_elsewhere_becomes_a_plain_one()
    {
        QtiReading reading = QtiZip.ReadItem(QtiZip.Choice21().Replace("Night Porter_1", "../../etc/passwd", StringComparison.Ordinal));

        Assert.Contains(reading.Files, file => file.Path == "items/etc-passwd.yaml");
    }

    [Fact]
    public void Nothing_but_noise_gives_problems_and_no_draft()
    {
        Assert.Equal(["invalid-xml", "no-item"], QtiZip.ReadItem("noise").Problems.Select(p => p.Code));
        Assert.Equal(["no-zip", "no-item"], QtiZip.ReadItem("PK noise").Problems.Select(p => p.Code));
        Assert.Equal(["invalid-xml", "no-item"], QtiZip.ReadItem("").Problems.Select(p => p.Code));
    }

    [Fact]
    public void No_damage_to_an_item_makes_the_reader_throw()
    {
        using var folder = new BankFolderBuilder();
        var bank = folder.Read();
        string[] sound =
        [
            QtiZip.Texts(QtiZip.Export(bank.Bank!, bank.Keys))["items/late-parcel.xml"],
            QtiZip.Choice21(),
            QtiZip.Match30(QtiZip.Set(1, "good", "bad"), QtiZip.Entries(("b good", 1), ("d bad", 1))),
            QtiZip.Match30(QtiZip.Set(0, "p1", "p2", "p3", "p4"), QtiZip.Entries(("a p1", 1), ("a p2", 0.5))),
            QtiZip.Match30(QtiZip.Set(1, "r1", "r2", "r3", "r4"), QtiZip.Entries(("a r1", 1))),
        ];
        var damage = from position in Gen.Choose(0, 10_000)
                     from length in Gen.Choose(0, 12)
                     from scrap in Gen.Elements(Scraps)
                     select (position, length, scrap);

        var property = Prop.ForAll(Arb.From(Gen.Elements(sound)), Arb.From(damage.ListOf(2)), (text, damages) =>
        {
            foreach (var (position, length, scrap) in damages)
            {
                int start = position % (text.Length + 1);
                text = text[..start] + scrap + text[Math.Min(start + length, text.Length)..];
            }

            QtiReading reading = QtiPackage.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "item.xml");

            return reading.Bank is null == reading.Problems.Any(p => p.Severity == ProblemSeverity.Error)
                && reading.Problems.All(p => p.Place is Place.InFile { Line: >= 1 });
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), property);
    }

    [Fact]
    public void No_damage_to_a_package_makes_the_reader_throw()
    {
        using var folder = new BankFolderBuilder();
        var bank = folder.Read();
        byte[] sound = QtiZip.Export(bank.Bank!, bank.Keys);
        var damage = from position in Gen.Choose(0, sound.Length - 1)
                     from value in Gen.Choose(0, 255)
                     select (position, value);

        var property = Prop.ForAll(Arb.From(damage.ListOf(4)), damages =>
        {
            byte[] bytes = [.. sound];
            foreach (var (position, value) in damages)
            {
                bytes[position] = (byte)value;
            }

            QtiReading reading = QtiZip.Read(bytes);

            return reading.Bank is not null || reading.Problems.Count > 0;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(800), property);
    }
}
