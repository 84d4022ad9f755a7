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
        ReportKind.Recruiter,
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
                new Block.ScoreLines("Lines", ["Person", "Score", "Interval", "Line"], 0, 100,
                [
                    new ScoreLine("A", new LineScore(61, 5, 51, 71, true, "51 to 71"), "Score 61 of 100"),
                    new ScoreLine("B", null, "Not scored."),
                ]),
                new Block.Grid("Pairs", "Person", ["A", "B"], [new GridRow("A", ["—", "differ"])]),
                new Block.Question("All", "What did you say?", "Notes", 3, "Mark", [new Anchor(1, "nothing"), new Anchor(5, "much")]),
            ]),
        ]);

    [Fact]
    public void Hostile_texts_stay_texts_in_every_place()
    {
        ReportDocument document = new(ReportKind.Recruiter, Hostile, Hostile, Hostile, Hostile, "en",
        [
            new ReportSection("overall", Hostile,
            [
                new Block.Caution(Hostile),
                Bar(50, 40, 60, assumed: false) with { Scale = Hostile, Label = Hostile },
                new Block.Paragraph(Hostile),
                new Block.Table([new TableRow(Hostile, Hostile, Hostile)]),
                new Block.NumberedList([new ListEntry(Hostile, Hostile)]),
                new Block.ScoreLines(Hostile, [Hostile], 0, 100, [new ScoreLine(Hostile, new LineScore(61, 5, 51, 71, true, Hostile), Hostile), new ScoreLine(Hostile, null, Hostile)]),
                new Block.Grid(Hostile, Hostile, [Hostile], [new GridRow(Hostile, [Hostile])]),
                new Block.Question(Hostile, Hostile, Hostile, 1, Hostile, [new Anchor(1, Hostile)]),
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
        Assert.Single(page.QuerySelectorAll("ul:not(.report-marks)"));
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
    public void People_side_by_side_stand_in_a_table_whose_cells_say_what_the_lines_show()
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(ReportHtml.Fragment(AllKinds));

        IElement row = page.QuerySelector(".report-lines tbody tr")!;
        Assert.Equal(["A", "61", "51 to 71"], row.QuerySelectorAll("th, td").Take(3).Select(c => c.TextContent));
        Assert.Equal("Score 61 of 100", row.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("Not scored.", page.QuerySelectorAll(".report-lines tbody tr")[1].QuerySelector("td")!.TextContent);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.Contains(th.GetAttribute("scope"), new[] { "col", "row" }));
    }

    [Fact]
    public void A_question_has_its_anchors_five_boxes_and_lines_that_no_screen_reader_reads()
    {
        IElement question = new HtmlParser().ParseDocument(ReportHtml.Fragment(AllKinds)).QuerySelector(".report-question")!;

        Assert.Equal(["1nothing", "5much"], question.QuerySelectorAll("tr").Select(r => r.TextContent));
        Assert.Equal(["1", "2", "3", "4", "5"], question.QuerySelectorAll(".report-marks li").Select(l => l.TextContent));
        Assert.Equal(3, question.QuerySelectorAll("[aria-hidden=true] i").Length);
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
