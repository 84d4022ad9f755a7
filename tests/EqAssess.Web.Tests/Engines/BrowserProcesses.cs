using System.Diagnostics;
using System.Globalization;
using EqAssess.Web.Engines.Pdf;

namespace EqAssess.Web.Tests.Engines;

/// <summary>Every process, child or not, whose command line names the browser's profile. Only Linux can tell.</summary>
internal static class BrowserProcesses
{
    public static IReadOnlyList<int> Of(ChromiumProcess browser, string flag = "") => !OperatingSystem.IsLinux()
        ? []
        : [.. Directory.GetDirectories("/proc")
            .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
            .Where(folder => CommandLine(folder) is var line && line.Contains(browser.ProfileFolder, StringComparison.Ordinal) && line.Contains(flag, StringComparison.Ordinal))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))];

    public static void KillPages(ChromiumProcess browser)
    {
        foreach (int id in Of(browser, "--type=renderer"))
        {
            using Process page = Process.GetProcessById(id);
            page.Kill();
        }
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
