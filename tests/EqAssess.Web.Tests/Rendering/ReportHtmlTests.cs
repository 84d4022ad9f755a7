using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Tests.Rendering;

public sealed class ReportHtmlTests
{
    private const string Hostile = """Eve"><script>alert(1)</script><img src=x onerror=alert(2)> & </style></title>'";}""";

    private static readonly ReportDocument AllKinds = new(
        "Instrument",
        "Amara Okafor",
        "Campaign",
        "Confidential",
        "en",
        [
            new ReportSection("overall", "Overall",
            [
                new Block.Caution("First caution"),
                new Block.Caution("Second caution"),
                Bar(69.5, 55.25, 82.9, assumed: true),
                new Block.Paragraph("Plain"),
                new Block.Paragraph("Small print", Soft: true),
                new Block.Table([new TableRow("Head", "text", "Emphasis."), new TableRow("Other", "words")]),
                new Block.NumberedList([new ListEntry("Lead", "question")]),
            ]),
        ]);

    [Fact]
    public void Hostile_texts_stay_texts_in_every_place()
    {
        ReportDocument document = new(Hostile, Hostile, Hostile, Hostile, "en",
        [
            new ReportSection("overall", Hostile,
            [
                new Block.Caution(Hostile),
                Bar(50, 40, 60, assumed: false) with { Scale = Hostile, Label = Hostile },
                new Block.Paragraph(Hostile),
                new Block.Table([new TableRow(Hostile, Hostile, Hostile)]),
                new Block.NumberedList([new ListEntry(Hostile, Hostile)]),
            ]),
        ]);

        IHtmlDocument page = new HtmlParser().ParseDocument(ReportPage.Html(document));

        Assert.Empty(page.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(Hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Hostile, page.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal($"{Hostile} · {Hostile}", page.Title);
        Assert.Equal(2, page.Head!.QuerySelectorAll("style").Length);
        Assert.DoesNotContain("<", page.Head.QuerySelectorAll("style")[1].TextContent);
    }

    [Fact]
    public void Every_kind_of_block_has_its_HTML()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(ReportHtml.Fragment(AllKinds));
        IEnumerable<Type> kinds = typeof(Block).GetNestedTypes().Where(t => t.IsAssignableTo(typeof(Block)));

        Assert.Equal(kinds.Order(ByName), AllKinds.Sections[0].Blocks.Select(b => b.GetType()).Distinct().Order(ByName));
        Assert.Equal(2, page.QuerySelectorAll("ul.report-care > li").Length);
        Assert.Single(page.QuerySelectorAll("ul"));
        Assert.Equal(["Plain", "Small print"], page.QuerySelectorAll("section > p:not(.report-number)").Select(p => p.TextContent));
        Assert.Equal("Emphasis. text", page.QuerySelector("dl dd")!.TextContent);
        Assert.Equal("Lead question", page.QuerySelector("ol > li")!.TextContent);
    }

    [Fact]
    public void The_bar_says_in_words_what_it_shows_and_is_dashed_while_the_error_is_assumed()
    {
        IElement svg = new HtmlParser().ParseDocument(ReportHtml.Fragment(AllKinds)).QuerySelector("svg")!;

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Score 70 of 100", svg.GetAttribute("aria-label"));
        Assert.Equal("69.5%", svg.QuerySelector("circle")!.GetAttribute("cx"));
        IElement interval = svg.QuerySelector(".report-interval")!;
        Assert.Equal(("55.25%", "82.9%"), (interval.GetAttribute("x1"), interval.GetAttribute("x2")));
        Assert.Contains("report-assumed", interval.ClassName);
        Assert.DoesNotContain("report-assumed", ScoreBar(Bar(50, 40, 60, assumed: false)));
    }

    [Fact]
    public void An_interval_beyond_the_scale_is_drawn_up_to_its_ends()
    {
        string svg = ScoreBar(Bar(97, 83, 111, assumed: false));

        Assert.Contains("x1=\"83%\" x2=\"100%\"", svg);
        Assert.DoesNotContain("111", svg);
    }

    [Fact]
    public void The_fragment_stands_under_a_policy_without_inline_styles_and_scripts()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(ReportHtml.Fragment(AllKinds));

        Assert.Empty(page.QuerySelectorAll("[style], style, script, link"));
        Assert.Equal(["H1", "H2"], page.QuerySelectorAll("h1, h2, h3").Select(h => h.TagName));
    }

    [Fact]
    public void A_report_in_a_script_from_right_to_left_says_so()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(ReportPage.Html(AllKinds with { Language = "ar", Title = "محمد عبد الرحمن" }));

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("محمد عبد الرحمن", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void The_page_for_printing_needs_nothing_from_outside()
    {
        string html = ReportPage.Html(ReportComposer.Compose(SampleReport.Input()));

        Assert.Contains("default-src 'none'", html);
        Assert.DoesNotContain("<link", html);
        Assert.DoesNotContain("url(", html);
        Assert.DoesNotContain("@import", html);
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static string ScoreBar(Block.ScoreBar bar) =>
        ReportHtml.Fragment(AllKinds with { Sections = [new ReportSection("overall", "Overall", [bar])] });

    private static Block.ScoreBar Bar(double score, double lower, double upper, bool assumed) =>
        new("Whole test", score, 0, 100, 7, lower, upper, assumed, "Score 70 of 100");
}
