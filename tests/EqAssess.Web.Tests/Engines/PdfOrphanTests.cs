using System.Diagnostics;
using EqAssess.Web.Engines.Pdf;
using Xunit;

namespace EqAssess.Web.Tests.Engines;

public sealed class PdfOrphanTests
{
    /// <summary>The pipe to the browser closes when the server is killed; here the test closes it.</summary>
    [Fact]
    public async Task The_browser_ends_with_its_profile_when_the_pipe_to_the_server_closes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks for processes in /proc.");
        await using (Printing.Engine())
        {
            // Skips where there is no browser.
        }

        string folder = Directory.CreateTempSubdirectory("eqassess-pdf-").FullName;
        using Process browser = Process.Start(BrowserLaunch.Of(
            BrowserLocator.Find(""), folder, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={folder}"]))!;
        browser.BeginErrorReadLine();
        await UntilAsync(() => File.Exists(Path.Combine(folder, "DevToolsActivePort")));
        Assert.True(Running(folder));

        browser.StandardInput.Close();

        await UntilAsync(() => browser.HasExited && !Running(folder) && !Directory.Exists(folder));
        Assert.True(browser.HasExited);
        Assert.False(Running(folder));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_title_that_stands_twice_is_halved_and_no_byte_moves()
    {
        byte[] pdf = System.Text.Encoding.Latin1.GetBytes("<</Title (ScoreScore)\n/A 1>> <</Title <FEFF00410042004100420>> <</Title <FEFF0041004200410042>\n>> <</Title (Score)>>");

        string mended = System.Text.Encoding.Latin1.GetString(OutlineTitles.Mend([.. pdf]));

        Assert.Equal(pdf.Length, mended.Length);
        Assert.Equal("<</Title (Score)     \n/A 1>> <</Title <FEFF00410042004100420>> <</Title <FEFF00410042>        \n>> <</Title (Score)>>", mended);
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (int i = 0; i < 300 && !done(); i++)
        {
            await Task.Delay(100);
        }
    }

    private static bool Running(string folder) => Directory.GetDirectories("/proc")
        .Select(d => Path.GetFileName(d)).Where(n => n.All(char.IsAsciiDigit))
        .Any(n => CommandLine(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).Contains($"--user-data-dir={folder}", StringComparison.Ordinal));

    private static string CommandLine(int id) => Read($"/proc/{id}/cmdline").Replace('\0', ' ').Trim();

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
