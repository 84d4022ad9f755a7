using System.Diagnostics;
using System.Text;
using EqAssess.Web.Engines.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

/// <summary>An engine with a real browser, and programs that look into the PDF.</summary>
internal static class Printing
{
    public static ChromiumPdfEngine Engine(PdfOptions? options = null)
    {
        try
        {
            BrowserLocator.Find("");
        }
        catch (InvalidOperationException none) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("Chromium: " + none.Message);
        }

        return new ChromiumPdfEngine(Options.Create(options ?? new PdfOptions()), NullLogger<ChromiumPdfEngine>.Instance);
    }

    public static string Page(string body, string head = "") =>
        $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report for R-104</title>{head}</head><body>{body}</body></html>""";

    /// <summary>The document's objects as far as they are not compressed.</summary>
    public static string Raw(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    public static Task<string> TextAsync(byte[] pdf) => ReadAsync("pdftotext", pdf, "-layout", "{file}", "-");

    /// <summary>What one of the Poppler programs says about the PDF; skips the test where they are not installed.</summary>
    public static async Task<string> ReadAsync(string program, byte[] pdf, params string[] arguments)
    {
        if (!File.Exists("/usr/bin/" + program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"{program} is not installed (poppler-utils).");
        }

        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using Process reader = Process.Start(new ProcessStartInfo(program, arguments.Select(a => a.Replace("{file}", file)))
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            string text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
