using System.Globalization;
using System.Text.RegularExpressions;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Rendering;
using EqAssess.Web.Tests.Engines;

namespace EqAssess.Web.Tests.Rendering;

/// <summary>Each kind of paper, printed and read back with Poppler.</summary>
public sealed partial class PaperStructureTests
{
    private static readonly SealedPaper Seal = new("EQ-7F3K-92QD-AAAA-BBBB", "https://tests.example/verify/EQ-7F3K-92QD-AAAA-BBBB", new string('a', 64), "en");

    public static TheoryData<ReportKind, int, int> Papers => new()
    {
        { ReportKind.Recruiter, 2, 2 },
        { ReportKind.Comparison, 1, 3 },
        { ReportKind.InterviewGuide, 3, 6 },
        { ReportKind.Development, 2, 4 },
        { ReportKind.Feedback, 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_paper_is_tagged_with_title_language_outline_page_numbers_and_its_fonts_inside(ReportKind kind, int fewest, int most)
    {
        ReportDocument document = DocumentOf(kind);

        byte[] pdf = await PrintAsync(document);
        string facts = await Printing.ReadAsync("pdfinfo", pdf, "{file}");
        string raw = Printing.Raw(pdf);
        string[] pages = (await Printing.TextAsync(pdf)).TrimEnd('\f').Split('\f');

        Assert.Matches(@"Tagged: +yes", facts);
        Assert.Matches($@"Title: +{Regex.Escape(document.Title)} · ", facts);
        Assert.Contains($"/Lang ({document.Language})", raw);
        Assert.All(document.Sections, s => Assert.Contains($"({Escaped(s.Heading)})", raw, StringComparison.Ordinal));
        Assert.InRange(pages.Length, fewest, most);
        Assert.All(pages, (page, index) => Assert.Matches($@"{index + 1} ?/ ?{pages.Length}\s*$", page));
        Assert.All(pages, page => Assert.Contains(Seal.Code, page));
        string[] fonts = (await Printing.ReadAsync("pdffonts", pdf, "{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\s+yes\s+(yes|no)\s+yes\s", font));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Its_headings_stand_in_order_and_every_figure_has_words(ReportKind kind, int fewest, int most)
    {
        _ = (fewest, most);
        ReportDocument document = DocumentOf(kind);

        byte[] pdf = await PrintAsync(document);
        string structure = await Printing.ReadAsync("pdfinfo", pdf, "-struct", "{file}");

        string[] headings = [.. Heading().Matches(structure).Select(m => m.Groups[1].Value)];
        Assert.Equal(["H1", .. document.Sections.Select(_ => "H2"), "H2"], headings);
        int figures = Figure().Count(structure);
        Assert.True(figures >= 1, "The picture of the address is a figure.");
        Assert.Equal(figures, FigureWithWords().Count(Printing.Raw(pdf)));
    }

    [Fact]
    public async Task A_comparison_of_eight_people_with_long_names_keeps_its_rows_whole()
    {
        ReportInput input = Input;
        string[] names = [.. Enumerable.Range(1, 8).Select(i => $"Maximiliana Konstantina von Hohenstein-Okonkwo {i}")];

        byte[] pdf = await PrintAsync(Domain.Reports.Documents.ComparisonReport.Compose(AllDocuments.Comparison(input, [.. names.Select((n, i) => (n, 40.0 + (i * 7)))])));
        string text = await Printing.TextAsync(pdf);

        Assert.All(["A", "B", "C", "D", "E", "F", "G", "H"], letter => Assert.Contains($"{letter} · ", text));
        Assert.InRange(text.TrimEnd('\f').Split('\f').Length, 2, 4);
    }

    private static ReportInput Input => SampleReport.Input(ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB")));

    private static ReportDocument DocumentOf(ReportKind kind)
    {
        if (kind == ReportKind.Feedback)
        {
            var words = new CandidateWords { Culture = Languages.English };
            return AllDocuments.Feedback((key, _) => words[key]);
        }

        return AllDocuments.Of(Input.Words).Single(d => d.Kind == kind);
    }

    private static async Task<byte[]> PrintAsync(ReportDocument document)
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        return await engine.PrintAsync(ReportPage.Html(document, Seal), CancellationToken.None);
    }

    private static string Escaped(string text) => text.Replace("(", "\\(").Replace(")", "\\)");

    [GeneratedRegex(@"^ *(H[1-6])\b", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ *Figure\b", RegexOptions.Multiline)]
    private static partial Regex Figure();

    [GeneratedRegex(@"/S /Figure\s+/Alt (\([^)]|<[0-9A-F])")]
    private static partial Regex FigureWithWords();
}
