using System.Collections.Concurrent;
using System.Diagnostics;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>A headless browser process with a profile folder of its own; both are gone after disposal.</summary>
public sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lastErrors = new();

    private ChromiumProcess(Process process, string profileFolder)
    {
        this.process = process;
        ProfileFolder = profileFolder;
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
        Id = process.Id;
    }

    public int Id { get; }

    public string ProfileFolder { get; }

    public bool HasExited => process.HasExited;

    public static ChromiumProcess Start(string program)
    {
        string folder = Directory.CreateTempSubdirectory("eqassess-pdf-").FullName;
        ProcessStartInfo start = BrowserLaunch.Of(program, folder, Flags(folder));
        // What the browser leaves in temporary folders when it is killed goes with the profile; and its crash handler does not
        // start for an account without a home folder unless it is told where to keep its files.
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = start.Environment["TMP"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        try
        {
            Process started = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
            return new ChromiumProcess(started, folder);
        }
        catch (Exception)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>The address of the browser's DevTools, as soon as it listens.</summary>
    public async Task<Uri> ReadAddressAsync(CancellationToken cancellationToken)
    {
        string file = Path.Combine(ProfileFolder, "DevToolsActivePort");
        while (!process.HasExited)
        {
            // Port and path, a line each; the file may be seen half written.
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellationToken) is [var port, { Length: > 0 } path])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }

            await Task.Delay(10, cancellationToken);
        }

        throw new BrowserLostException($"The browser ended at start with code {process.ExitCode}. {string.Join(' ', lastErrors)}");
    }

    /// <summary>Waits for the browser to end by itself, for as long as we are patient.</summary>
    public async Task WaitForExitAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        while (!process.HasExited && !patience.IsCancellationRequested)
        {
            await Task.Delay(10, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await WaitForExitAsync();
        process.Dispose();
        await DeleteProfileAsync();
    }

    private static IEnumerable<string> Flags(string profileFolder)
    {
        string[] flags =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad",
            "--remote-debugging-port=0", "--remote-debugging-address=127.0.0.1", "--user-data-dir=" + profileFolder,
            // No script in any process; and frames in the process of their page, where its session forbids them the same.
            "--blink-settings=scriptEnabled=false",
            "--disable-site-isolation-trials", "--disable-features=IsolateSandboxedIframes,IsolateOrigins,site-per-process",
            // No name and no number resolves, not even the proxy's, through which all requests would have to go.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:1", "--proxy-bypass-list=<-loopback>",
        ];
        // Chromium refuses its sandbox to root, and only to root.
        return !OperatingSystem.IsWindows() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? flags.Append("--no-sandbox") : flags;
    }

    private void Remember(string? line)
    {
        if (line is { Length: > 0 })
        {
            lastErrors.Enqueue(line);
        }

        while (lastErrors.Count > 5)
        {
            lastErrors.TryDequeue(out _);
        }
    }

    /// <summary>Children of a killed browser may write for another moment.</summary>
    private async Task DeleteProfileAsync()
    {
        long from = Stopwatch.GetTimestamp();
        while (Directory.Exists(ProfileFolder))
        {
            try
            {
                Directory.Delete(ProfileFolder, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && Stopwatch.GetElapsedTime(from) < Patience)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }
}
