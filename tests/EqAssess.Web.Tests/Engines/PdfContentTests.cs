using EqAssess.Web.Engines.Pdf;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

public sealed class PdfContentTests
{
    [Fact]
    public async Task A_PDF_is_tagged_and_has_an_outline_a_title_and_a_language()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        string html = Printing.Page("<h1>Understanding emotions</h1><p>Words.</p><h2>Score</h2><svg role='img' aria-label='Score 61 of 100' width='9' height='9'><rect width='9' height='9'/></svg>");

        byte[] pdf = await engine.PrintAsync(html, CancellationToken.None);

        string raw = Printing.Raw(pdf);
        Assert.StartsWith("%PDF-", raw);
        Assert.Contains("/MarkInfo", raw);
        Assert.Contains("/StructTreeRoot", raw);
        Assert.Contains("/Outlines", raw);
        Assert.Contains("(Understanding emotions)", raw);
        Assert.Contains("/Title (Report for R-104)", raw);
        Assert.Contains("/Lang (en)", raw);
        Assert.Contains("Score 61 of 100", raw);
    }

    [Fact]
    public async Task Every_page_says_which_one_it_is_and_how_many_there_are_where_the_style_sheet_asks_for_it()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        string html = Printing.Page("<p>first</p><p style='break-before:page'>second</p><p style='break-before:page'>third</p>", "<style>@page { @bottom-right { content: counter(page) ' / ' counter(pages) } }</style>");

        string[] pages = (await Printing.TextAsync(await engine.PrintAsync(html, CancellationToken.None))).TrimEnd('\f').Split('\f');

        Assert.Equal(3, pages.Length);
        Assert.All(pages, (page, index) => Assert.Matches($@"{index + 1} ?/ ?3\s*$", page));
        Assert.Contains("second", pages[1]);
    }

    [Fact]
    public async Task The_paper_is_what_the_style_sheet_says_and_A4_otherwise()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();

        byte[] plain = await engine.PrintAsync(Printing.Page("A"), CancellationToken.None);
        byte[] styled = await engine.PrintAsync(Printing.Page("A", "<style>@page { size: A5 landscape }</style>"), CancellationToken.None);

        Assert.Contains("(A4)", await Printing.ReadAsync("pdfinfo", plain, "{file}"));
        Assert.Matches("Page size: +59[45].* x 4(19|20)", await Printing.ReadAsync("pdfinfo", styled, "{file}"));
    }

    [Theory]
    [InlineData("ar", "الوعي العاطفي")]
    [InlineData("zh", "情绪理解")]
    [InlineData("hi", "भावनात्मक समझ")]
    public async Task Text_of_other_scripts_has_its_fonts_in_the_PDF(string language, string words)
    {
        await using ChromiumPdfEngine engine = Printing.Engine();

        byte[] pdf = await engine.PrintAsync(Printing.Page($"<p lang='{language}' style='font-family:sans-serif'>{words}</p>"), CancellationToken.None);

        // Columns of pdffonts: name, type, encoding, emb, sub, uni; two lines of heading.
        string[] fonts = (await Printing.ReadAsync("pdffonts", pdf, "{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        // Chromium embeds the CJK fonts, whose outlines are CFF, as Type 3 without a name.
        Assert.Contains(fonts, font => font.Contains("Noto", StringComparison.Ordinal) || (language == "zh" && font.Contains("Type 3", StringComparison.Ordinal)));
        Assert.All(fonts, font => Assert.Matches(@"\s+yes\s+(yes|no)\s+yes\s", font));
        Assert.Contains(words[..1], await Printing.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_larger_than_allowed_is_refused()
    {
        await using ChromiumPdfEngine engine = Printing.Engine(new PdfOptions { MostMegabytes = 1 });
        string html = Printing.Page($"<img alt='noise' src='data:image/bmp;base64,{Convert.ToBase64String(Noise(800))}'>");

        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.PrintAsync(html, CancellationToken.None));

        Assert.Contains("1 MB", refusal.Message);
        Assert.NotEmpty(await engine.PrintAsync(Printing.Page("small"), CancellationToken.None));
    }

    /// <summary>A square bitmap that cannot be compressed.</summary>
    private static byte[] Noise(int side)
    {
        byte[] bitmap = new byte[54 + (side * side * 3)];
        new Random(1).NextBytes(bitmap);
        Array.Clear(bitmap, 0, 54);
        "BM"u8.CopyTo(bitmap);
        BitConverter.TryWriteBytes(bitmap.AsSpan(2), bitmap.Length);
        bitmap[10] = 54;
        bitmap[14] = 40;
        BitConverter.TryWriteBytes(bitmap.AsSpan(18), side);
        BitConverter.TryWriteBytes(bitmap.AsSpan(22), side);
        bitmap[26] = 1;
        bitmap[28] = 24;
        return bitmap;
    }
}
