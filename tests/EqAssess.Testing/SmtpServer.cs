using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EqAssess.Testing;

/// <summary>A real SMTP server (aiosmtpd, of Debian's python3-aiosmtpd) that puts every message into a maildir.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-mail-");
    private readonly ChildProcess child;

    private SmtpServer(bool takesInternationalAddresses)
    {
        Port = FreePort();
        var start = new ProcessStartInfo(
            Python,
            [
                "-m", "aiosmtpd", "-n", .. takesInternationalAddresses ? (string[])["-u"] : [],
                "-l", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}"), "-c", "aiosmtpd.handlers.Mailbox", Maildir,
            ]);
        child = new ChildProcess(start);
    }

    public int Port { get; }

    private string Maildir => Path.Combine(folder.FullName, "mail");

    /// <summary>Starts it; where it is not installed, the test is skipped by name.</summary>
    /// <param name="takesInternationalAddresses">Whether it offers SMTPUTF8 (RFC 6531).</param>
    public static async Task<SmtpServer> StartAsync(bool takesInternationalAddresses = false)
    {
        if (!await IsInstalledAsync())
        {
            Absent.Skip("There is no SMTP server (Debian: python3-aiosmtpd).");
        }

        var server = new SmtpServer(takesInternationalAddresses);
        await Waiting.UntilAsync($"A connection to the SMTP server ({server.child.Output})", LongestStart, server.AnswersAsync);
        return server;
    }

    /// <summary>The messages so far, in no order.</summary>
    public IReadOnlyList<ReceivedMail> Received()
    {
        string arrived = Path.Combine(Maildir, "new");
        return Directory.Exists(arrived) ? [.. Directory.EnumerateFiles(arrived).Select(f => ReceivedMail.Read(File.ReadAllText(f)))] : [];
    }

    /// <summary>The message to an address, as soon as it is there.</summary>
    public Task<ReceivedMail> MailToAsync(string address, TimeSpan longest) =>
        Waiting.ForAsync($"A message to {address}", longest, () => Task.FromResult(Received().FirstOrDefault(m => m.To.Contains(address, StringComparison.Ordinal))));

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<bool> IsInstalledAsync()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using Process python = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true, UseShellExecute = false })!;
        await python.WaitForExitAsync();
        return python.ExitCode == 0;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A port of 127.0.0.1 on which nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
