using System.Diagnostics;
using EqAssess.Web.Engines.Pdf;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

public sealed class PdfBrowserTests
{
    /// <summary>Lays out for minutes.</summary>
    private static string Endless => Printing.Page(string.Concat(Enumerable.Repeat("<div style='columns:3'><table><tr><td>", 400)) + string.Concat(Enumerable.Repeat("<p>word</p>", 100_000)));

    [Fact]
    public async Task The_next_PDF_after_the_browser_was_killed_is_printed_by_a_new_one()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        await engine.PrintAsync(Printing.Page("before"), CancellationToken.None);
        int first = engine.Process!.Id;

        using Process browser = Process.GetProcessById(first);
        browser.Kill();
        byte[] pdf = await engine.PrintAsync(Printing.Page("after"), CancellationToken.None);

        Assert.Contains("after", await Printing.TextAsync(pdf));
        Assert.NotEqual(first, engine.Process.Id);
    }

    [Fact]
    public async Task PDFs_under_way_when_the_browser_is_killed_are_printed_all_the_same()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        await engine.PrintAsync(Printing.Page("before"), CancellationToken.None);
        string html = Printing.Page(string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>Sentence {i}.</p>")));

        Task<byte[]>[] printing = [engine.PrintAsync(html, CancellationToken.None), engine.PrintAsync(html, CancellationToken.None)];
        await Task.Delay(100);
        using Process browser = Process.GetProcessById(engine.Process!.Id);
        browser.Kill();

        foreach (byte[] pdf in await Task.WhenAll(printing))
        {
            Assert.Contains("Sentence 2999.", await Printing.TextAsync(pdf));
        }
    }

    [Fact]
    public async Task A_PDF_whose_page_crashed_is_printed_again_in_the_same_browser()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Finds the page's process in /proc.");
        await using ChromiumPdfEngine engine = Printing.Engine();
        await engine.PrintAsync(Printing.Page("before"), CancellationToken.None);
        int first = engine.Process!.Id;
        string html = Printing.Page(string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p>Sentence {i}.</p>")));

        Task<byte[]> printing = engine.PrintAsync(html, CancellationToken.None);
        await Task.Delay(200);
        Assert.False(printing.IsCompleted);
        BrowserProcesses.KillPages(engine.Process);

        Assert.Contains("Sentence 2999.", await Printing.TextAsync(await printing));
        Assert.Equal(first, engine.Process.Id);
    }

    [Fact]
    public async Task A_PDF_over_its_time_limit_ends_with_its_browser_and_the_next_one_is_printed()
    {
        await using ChromiumPdfEngine engine = Printing.Engine(new PdfOptions { TimeLimitSeconds = 10 });
        await engine.PrintAsync(Printing.Page("before"), CancellationToken.None);
        ChromiumProcess first = engine.Process!;
        long from = Stopwatch.GetTimestamp();

        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(() => engine.PrintAsync(Endless, CancellationToken.None));

        Assert.Contains("10 seconds", late.Message);
        Assert.InRange(Stopwatch.GetElapsedTime(from).TotalSeconds, 9.9, 25);
        Assert.False(Directory.Exists(first.ProfileFolder));
        Assert.Contains("after", await Printing.TextAsync(await engine.PrintAsync(Printing.Page("after"), CancellationToken.None)));
    }

    [Fact]
    public async Task A_cancelled_PDF_leaves_the_browser_to_the_others()
    {
        await using ChromiumPdfEngine engine = Printing.Engine();
        await engine.PrintAsync(Printing.Page("before"), CancellationToken.None);
        int first = engine.Process!.Id;
        using CancellationTokenSource cancellation = new(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.PrintAsync(Endless, cancellation.Token));

        await engine.PrintAsync(Printing.Page("after"), CancellationToken.None);
        Assert.Equal(first, engine.Process.Id);
    }

    [Fact]
    public async Task Twenty_PDFs_at_the_same_time_each_have_their_own_text()
    {
        await using ChromiumPdfEngine engine = Printing.Engine(new PdfOptions { AtOnce = 4 });

        byte[][] pdfs = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => engine.PrintAsync(Printing.Page($"<h1>Candidate-{i:D2}.</h1>"), CancellationToken.None)));

        Assert.Equal(20, pdfs.Length);
        for (int i = 0; i < pdfs.Length; i++)
        {
            string text = await Printing.TextAsync(pdfs[i]);
            Assert.Contains($"Candidate-{i:D2}.", text);
            Assert.Equal(2, text.Split("Candidate-").Length);
        }
    }

    [Fact]
    public async Task Nothing_is_left_after_disposal()
    {
        ChromiumPdfEngine engine = Printing.Engine();
        await engine.PrintAsync(Printing.Page("A"), CancellationToken.None);
        ChromiumProcess process = engine.Process!;
        Assert.True(Directory.Exists(process.ProfileFolder));

        await engine.DisposeAsync();

        Assert.False(Directory.Exists(process.ProfileFolder));
        for (int i = 0; i < 50 && BrowserProcesses.Of(process).Count > 0; i++)
        {
            // What watches the browser sees its end a moment later.
            await Task.Delay(100);
        }

        Assert.Empty(BrowserProcesses.Of(process));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.PrintAsync(Printing.Page("A"), CancellationToken.None));
    }

    [Fact]
    public void A_missing_browser_is_an_error_that_says_what_to_install()
    {
        InvalidOperationException missing = Assert.Throws<InvalidOperationException>(() => BrowserLocator.Find("/nowhere/chromium"));

        Assert.Contains("/nowhere/chromium", missing.Message);
    }
}
