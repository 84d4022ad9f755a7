using System.Diagnostics;
using EqAssess.Domain.Reports;
using EqAssess.Web.Rendering;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Prints with one headless browser, which starts with the first PDF and stays.</summary>
public sealed partial class ChromiumPdfEngine(IOptions<PdfOptions> options, ILogger<ChromiumPdfEngine> logger) : IPdfEngine, IAsyncDisposable
{
    private readonly PdfOptions limits = options.Value;
    private readonly SemaphoreSlim turnToPrint = new(options.Value.AtOnce);
    private readonly SemaphoreSlim turnToStart = new(1, 1);
    private ChromiumBrowser? current;
    private bool disposed;

    /// <summary>Null before the first PDF.</summary>
    public ChromiumProcess? Process => current?.Process;

    public string Name => "Chromium";

    /// <inheritdoc/>
    /// <exception cref="BrowserLostException">The browser ended twice under this PDF.</exception>
    public Task<byte[]> DrawAsync(ReportDocument document, SealedPaper? seal, CancellationToken cancellationToken) =>
        PrintAsync(ReportPage.Html(document, seal), cancellationToken);

    /// <param name="html">A whole document that carries its own styles, fonts and images: nothing is fetched for it and no script runs.</param>
    /// <exception cref="TimeoutException">The PDF took longer than its time limit.</exception>
    /// <exception cref="InvalidOperationException">The PDF is larger than allowed, or there is no browser.</exception>
    /// <exception cref="BrowserLostException">The browser ended twice under this PDF.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        await turnToPrint.WaitAsync(cancellationToken);
        try
        {
            return await PrintOnceAsync(html, cancellationToken);
        }
        catch (BrowserLostException lost)
        {
            // Most often the browser was killed under this PDF: by the system, or because of another PDF that took too long.
            Log.Lost(logger, lost);
            return await PrintOnceAsync(html, cancellationToken);
        }
        finally
        {
            turnToPrint.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turnToStart.WaitAsync();
        try
        {
            disposed = true;
            if (current is not null)
            {
                await current.CloseAsync();
                await current.DisposeAsync();
            }
        }
        finally
        {
            turnToStart.Release();
        }
    }

    private async Task<byte[]> PrintOnceAsync(string html, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(limits.TimeLimitSeconds));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        ChromiumBrowser? browser = null;
        try
        {
            browser = await GetBrowserAsync(either.Token);
            return await PrintInAsync(browser, html, limit.Token, either.Token);
        }
        catch (OperationCanceledException cancelled) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.TookTooLong(logger, limits.TimeLimitSeconds);
            await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw new TimeoutException($"The PDF was not printed within {limits.TimeLimitSeconds} seconds (Pdf:TimeLimitSeconds).", cancelled);
        }
    }

    private async Task<byte[]> PrintInAsync(ChromiumBrowser browser, string html, CancellationToken limit, CancellationToken cancellationToken)
    {
        PrintedPage page = await PrintedPage.OpenAsync(browser.Connection, limit);
        try
        {
            return OutlineTitles.Mend(await page.PrintAsync(html, (long)limits.MostMegabytes << 20, cancellationToken));
        }
        finally
        {
            if (!limit.IsCancellationRequested)
            {
                await CloseAsync(page, browser);
            }
        }
    }

    private static async Task CloseAsync(PrintedPage page, ChromiumBrowser browser)
    {
        try
        {
            await page.DisposeAsync();
        }
        catch (Exception failure) when (failure is BrowserLostException or TimeoutException)
        {
            // The PDF, if there is one, is good; only this browser is not.
            await browser.DisposeAsync();
        }
    }

    private async Task<ChromiumBrowser> GetBrowserAsync(CancellationToken cancellationToken)
    {
        await turnToStart.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (current is { IsAlive: true })
            {
                return current;
            }

            await (current?.DisposeAsync() ?? ValueTask.CompletedTask);
            long from = Stopwatch.GetTimestamp();
            current = await ChromiumBrowser.StartAsync(BrowserLocator.Find(limits.BrowserPath), cancellationToken);
            Log.Started(logger, current.Process.Id, (long)Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            return current;
        }
        finally
        {
            turnToStart.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The browser for PDFs started as process {ProcessId} in {Milliseconds} ms.")]
        public static partial void Started(ILogger logger, int processId, long milliseconds);

        [LoggerMessage(LogLevel.Warning, "The browser was lost under a PDF, which was begun again.")]
        public static partial void Lost(ILogger logger, Exception lost);

        [LoggerMessage(LogLevel.Warning, "A PDF took longer than {Seconds} seconds; its browser was killed.")]
        public static partial void TookTooLong(ILogger logger, int seconds);
    }
}
