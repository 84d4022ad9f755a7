namespace EqAssess.Web.Engines.Pdf;

/// <summary>Finds a Chromium, Chrome or Edge that is installed.</summary>
public static class BrowserLocator
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
    ];

    /// <param name="configured">What the configuration says; empty to search.</param>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static string Find(string configured) => Find(configured, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <param name="searchPath">Folders to search before the usual places, written as PATH is.</param>
    public static string Find(string configured, string searchPath)
    {
        if (configured.Length > 0)
        {
            return File.Exists(configured)
                ? configured
                : throw new InvalidOperationException($"Pdf:BrowserPath is {configured}, but there is no such file.");
        }

        return OnPath(searchPath).Concat(UsualPlaces()).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "PDFs need Chromium, Chrome or Edge, and none was found. Install one (Debian and Ubuntu: apt-get install chromium " +
                "fonts-noto-core fonts-noto-cjk), or set Pdf:BrowserPath to its program file.");
    }

    private static IEnumerable<string> OnPath(string searchPath)
    {
        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        string[] folders = searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending)));
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            string[] programs = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
            return programs.SelectMany(program => WindowsRoots().Select(root => Path.Combine(root, program)));
        }

        if (OperatingSystem.IsMacOS())
        {
            return new[] { "Chromium", "Google Chrome", "Microsoft Edge" }.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}");
        }

        return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "/usr/bin/microsoft-edge"];
    }

    private static IEnumerable<string> WindowsRoots() =>
        new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
            .Select(Environment.GetFolderPath)
            .Where(folder => folder.Length > 0);
}
