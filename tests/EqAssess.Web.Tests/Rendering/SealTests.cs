using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

public sealed class SealTests
{
    private const string Address = "https://tests.example/verify/EQ-7F3K-92QD-AAAA-BBBB";
    private static readonly string Digest = new('a', 64);
    private static readonly SealedPaper Seal = new("EQ-7F3K-92QD-AAAA-BBBB", Address, Digest, "en");

    [Fact]
    public void A_sealed_paper_ends_with_its_code_the_address_the_digest_and_a_picture_of_the_address()
    {
        IElement end = Page(Seal).QuerySelector(".report-seal")!;

        Assert.Contains(Seal.Code, end.TextContent, StringComparison.Ordinal);
        Assert.Contains(Address, end.TextContent, StringComparison.Ordinal);
        Assert.Equal(Digest, end.QuerySelector("code")!.TextContent.Replace(" ", ""));
        Assert.Contains("QR code", end.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("Check this paper", end.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public void Its_code_stands_at_the_foot_of_every_page() =>
        Assert.Contains("@bottom-center { content: \"EQ\\2d 7F3K", Page(Seal).Head!.QuerySelectorAll("style")[1].TextContent);

    [Fact]
    public void A_paper_in_Spanish_says_it_in_Spanish() =>
        Assert.Contains("Comprobar este documento", Page(Seal with { Language = "es" }).QuerySelector(".report-seal")!.TextContent);

    private static IHtmlDocument Page(SealedPaper seal) => new HtmlParser().ParseDocument(ReportPage.Html(
        ReportComposer.Compose(SampleReport.Input(ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB")))), seal));
}
