using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EqAssess.Testing;

namespace EqAssess.Web.Tests.Mail;

/// <summary>A real SMTP server (aiosmtpd) that keeps what it takes in a folder.</summary>
internal sealed class AioSmtpd : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Made by the server: a folder that is there already is no mailbox to it.</summary>
    private const string Box = "box";

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private AioSmtpd(Process process, DirectoryInfo folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The messages as they came over the wire, headers and body.</summary>
    public IReadOnlyList<string> Messages =>
        Directory.Exists(Path.Combine(folder.FullName, Box)) ? [.. folder.GetFiles($"{Box}/new/*").Select(f => File.ReadAllText(f.FullName))] : [];

    public static async Task<AioSmtpd> StartAsync()
    {
        if (!File.Exists(Python) || !await RunsAsync("-c", "import aiosmtpd"))
        {
            Absent.Skip($"SMTP: {Python} has no aiosmtpd (Debian: python3-aiosmtpd).");
        }

        DirectoryInfo mailbox = Directory.CreateTempSubdirectory("eqassess-mail-");
        int port = FreePort();
        string address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        Process server = Process.Start(StartInfo("-m", "aiosmtpd", "-n", "-l", address, "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(mailbox.FullName, Box)))!;
        await ListeningAsync(port, server);
        return new AioSmtpd(server, mailbox, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ListeningAsync(int port, Process server)
    {
        while (!server.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"aiosmtpd ended with {server.ExitCode} before it listened.");
    }

    private static async Task<bool> RunsAsync(params string[] arguments)
    {
        using Process run = Process.Start(StartInfo(arguments))!;
        await run.WaitForExitAsync();
        return run.ExitCode == 0;
    }

    private static ProcessStartInfo StartInfo(params string[] arguments) => new(Python, arguments)
    {
        UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
    };
}
