using System.Diagnostics;
using EqAssess.Testing;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Reads a PDF with the programs of Poppler.</summary>
internal static class Pdf
{
    public static void Need() => Needed.Unless(File.Exists("/usr/bin/pdftotext"), "pdftotext (Debian: poppler-utils)");

    public static Task<string> TextAsync(string file) => RunAsync("pdftotext", file, "-");

    /// <summary>Draws the first page.</summary>
    public static Task DrawAsync(string file, string picture) =>
        RunAsync("pdftoppm", "-png", "-singlefile", "-r", "96", file, Path.ChangeExtension(picture, null));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process reader = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return reader.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} ended with {reader.ExitCode}.");
    }
}
