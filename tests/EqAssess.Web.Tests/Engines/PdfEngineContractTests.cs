using System.Globalization;
using System.Text;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Tests.Reports;
using EqAssess.Testing;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Rendering;
using EqAssess.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>What every engine that draws papers owes; run with the one that is built in. QuestPDF also needs <c>Pdf__QuestPdfLicense</c> in the environment.</summary>
public sealed class PdfEngineContractTests : IAsyncLifetime
{
    private static readonly SealedPaper Seal = new("EQ-7F3K-92QD-AAAA-BBBB", "https://tests.example/verify/EQ-7F3K-92QD-AAAA-BBBB", new string('a', 64), "en");
    private SiteFactory site = null!;
    private IPdfEngine engine = null!;

    /// <summary>Those about people; manuals and bias audits are made of the same blocks.</summary>
    public static TheoryData<ReportKind> Kinds => [ReportKind.Recruiter, ReportKind.Comparison, ReportKind.InterviewGuide, ReportKind.Feedback, ReportKind.Development];

    public async ValueTask InitializeAsync()
    {
        await using (Printing.Engine())
        {
            // Skips where there is no browser.
        }

        site = await SiteFactory.StartAsync();
        engine = site.Services.GetRequiredService<IPdfEngine>();
        EngineRecord.PdfEngines(engine.Name);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_word_of_a_document_stands_on_its_paper(ReportKind kind)
    {
        ReportDocument document = DocumentOf(kind);

        byte[] pdf = await engine.DrawAsync(document, Seal, CancellationToken.None);
        HashSet<string> words = [.. WordsOf(await Printing.TextAsync(pdf))];
        string facts = await Printing.ReadAsync("pdfinfo", pdf, "{file}");

        Assert.All(TextsOf(document).SelectMany(WordsOf), word => Assert.Contains(word, words));
        Assert.Contains("EQ7F3K92QDAAAABBBB", words);
        Assert.Matches(@"Tagged: +yes", facts);
        Assert.Matches($@"Title: +{System.Text.RegularExpressions.Regex.Escape(document.Title)}", facts);
    }

    [Fact]
    public void Every_kind_of_block_is_among_them() => Assert.Equal(
        typeof(Block).GetNestedTypes().Select(t => t.Name).Order(),
        Kinds.SelectMany(k => DocumentOf(k.Data).Sections).SelectMany(s => s.Blocks).Select(b => b.GetType().Name).Distinct().Order());

    [Fact]
    public async Task Names_in_other_scripts_are_drawn()
    {
        ReportDocument document = DocumentOf(ReportKind.Recruiter) with { Title = "王小明 مريم" };

        string text = await Printing.TextAsync(await engine.DrawAsync(document, Seal, CancellationToken.None));

        Assert.Contains("王小明", text);
        Assert.Matches("مريم|ﻣﺮﻳﻢ|ميرم", text);
    }

    [Fact]
    public async Task Papers_drawn_at_once_hold_their_own_texts()
    {
        ReportDocument document = DocumentOf(ReportKind.Recruiter);

        byte[][] pdfs = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => engine.DrawAsync(document with { Title = $"Person{i}" }, Seal, CancellationToken.None)));

        string[] texts = await Task.WhenAll(pdfs.Select(Printing.TextAsync));
        Assert.All(texts.Index(), t => Assert.Equal([$"Person{t.Index}"], WordsOf(t.Item).Where(w => w.StartsWith("Person", StringComparison.Ordinal) && w.Length == 7).Distinct()));
    }

    /// <summary>Letters and digits alone: where a line is broken, and how a dash looks, is the engine's own affair.</summary>
    private static IEnumerable<string> WordsOf(string text) =>
        text.Split([' ', '\n', '\r', '\t', '\f', '·', '/', '—', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => string.Concat(w.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit))).Where(w => w.Length > 0);

    private static IEnumerable<string> TextsOf(ReportDocument document) =>
        document.Sections.SelectMany(s => s.Blocks.SelectMany(TextsOf).Prepend(s.Heading)).Prepend(document.Subtitle).Prepend(document.Title);

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Block.Paragraph p => [p.Text],
        Block.ScoreBar bar => [bar.Scale],
        Block.Table table => table.Rows.SelectMany(r => new[] { r.Head, r.Emphasis ?? "", r.Text }),
        Block.NumberedList list => list.Entries.SelectMany(e => new[] { e.Lead, e.Text }),
        Block.Caution caution => [caution.Text],
        Block.ScoreLines lines => lines.Lines.SelectMany(l => new[] { l.Head, l.Score?.Interval ?? l.Label }).Concat(lines.Columns).Append(lines.Caption),
        Block.Grid grid => grid.Rows.SelectMany(r => r.Cells.Prepend(r.Head)).Concat(grid.Columns).Append(grid.Caption),
        Block.Question question => question.Anchors.Select(a => a.Text).Concat([question.Lead, question.Text, question.Notes, question.Score ?? ""]),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Unknown kind of block."),
    };

    private static ReportDocument DocumentOf(ReportKind kind) => kind == ReportKind.Feedback
        ? AllDocuments.Feedback((key, _) => new CandidateWords { Culture = Languages.English }[key])
        : AllDocuments.Of(SampleReport.Input(ReportWordsSource.In(CultureInfo.GetCultureInfo("en-GB"))).Words).Single(d => d.Kind == kind);
}
