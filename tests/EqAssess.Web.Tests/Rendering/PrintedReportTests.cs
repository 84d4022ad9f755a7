using System.Globalization;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Rendering;
using EqAssess.Web.Tests.Engines;

namespace EqAssess.Web.Tests.Rendering;

public sealed class PrintedReportTests
{
    private static ReportInput Input => SampleReport.Input(ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB")));

    [Fact]
    public async Task The_PDF_of_a_report_is_tagged_and_its_outline_names_the_candidate_and_the_sections()
    {
        ReportDocument document = ReportComposer.Compose(Input);

        string raw = Printing.Raw(await PrintAsync(Input));

        Assert.Contains("/StructTreeRoot", raw);
        Assert.Contains("/Lang (en-GB)", raw);
        Assert.Contains("(Amara Okafor)", raw);
        Assert.All(document.Sections, s => Assert.Contains($"({s.Heading})", raw));
        Assert.Contains("(Score 69 of 100, 95 % interval 56 to 83. ASSUMED error", raw);
    }

    [Fact]
    public async Task The_score_and_all_that_it_needs_stand_on_page_one_and_the_questions_with_the_origin_on_page_two()
    {
        string[] pages = await PagesAsync(Input);

        Assert.Equal(2, pages.Length);
        Assert.Contains("95 % interval: 56 to 83.", pages[0]);
        Assert.Contains("Below this person's other domains, reliably.", pages[0]);
        Assert.Contains("This report decides nothing.", pages[0]);
        Assert.Contains("Ask in the interview", pages[1]);
        Assert.Contains("Digest of the answers", pages[1]);
        Assert.All(pages, (page, index) => Assert.Matches($@"Amara Okafor · Confidential +{index + 1} ?/ ?2\s*$", page));
    }

    [Fact]
    public async Task A_name_of_three_lines_with_every_caution_still_takes_two_pages()
    {
        ReportInput input = Input.WithError(SampleReport.Assumed with { Reliability = 0.65 }) with
        {
            Simulated = true,
            Candidate = string.Join(' ', Enumerable.Repeat("Wolfeschlegelsteinhausenbergerdorff", 3)),
            Sheet = SampleReport.Sheet(20, 20, 20, 95) with { Flags = Enum.GetValues<ScoreFlag>() },
        };

        string[] pages = await PagesAsync(input);

        Assert.Equal(2, pages.Length);
        Assert.Matches(@"… · Confidential +1 ?/ ?2\s*$", pages[0]);
    }

    [Fact]
    public async Task A_name_of_quotes_braces_and_tags_is_printed_as_it_is()
    {
        const string Name = """O'Brien "Q" </style>{} \ & Sons""";

        string[] pages = await PagesAsync(Input with { Candidate = Name });

        Assert.Contains(Name, pages[0].Split('\n').First(l => l.Contains("O'Brien", StringComparison.Ordinal)));
        Assert.Contains($"{Name} · Confidential", pages[1]);
    }

    [Fact]
    public async Task A_report_in_Arabic_about_a_Chinese_name_is_printed_with_the_letters_of_both()
    {
        byte[] pdf = await PrintAsync(Input with { Language = "ar", Candidate = "王小明", Campaign = "مستشار خدمة العملاء" });

        string text = await Printing.TextAsync(pdf);
        string fonts = await Printing.ReadAsync("pdffonts", pdf, "{file}");

        Assert.Contains("王小明", text);
        Assert.Contains("م", text);
        Assert.Contains("1/2", text.Replace(" ", ""));
        Assert.All(fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..], font => Assert.Matches(@"\s+yes\s+(yes|no)\s+yes\s", font));
    }

    private static async Task<byte[]> PrintAsync(ReportInput input)
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        return await engine.PrintAsync(ReportPage.Html(ReportComposer.Compose(input)), CancellationToken.None);
    }

    private static async Task<string[]> PagesAsync(ReportInput input) =>
        (await Printing.TextAsync(await PrintAsync(input))).TrimEnd('\f').Split('\f');
}
