using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EqAssess.Web.Tests.Mail;

/// <summary>
/// A peer that speaks just enough SMTP to fail at one point: the first command of a conversation that begins with <c>at</c> gets
/// <c>reply</c> instead of the usual answer. <c>at</c> may also be <c>greeting</c> or <c>end of data</c>, and the reply <c>hang up</c>,
/// <c>reset</c> (the connection breaks without a good-bye) or <c>silence</c>. After so many <c>times</c> it answers as usual.
/// </summary>
internal sealed class ScriptedSmtpPeer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly string at;
    private readonly string reply;
    private int times;

    public ScriptedSmtpPeer(string at, string reply, int times = int.MaxValue)
    {
        this.times = times;
        this.at = at;
        this.reply = reply;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What happens while the client waits for the answer to a whole text; once.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Conversations that came as far as the whole text of a message.</summary>
    public int Handovers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            await using NetworkStream stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (!await AnswerAsync(client, stream, "greeting", "220 peer"))
            {
                return;
            }

            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                string usual = line[..Math.Min(4, line.Length)].ToUpperInvariant() switch
                {
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                if (!await AnswerAsync(client, stream, line, usual))
                {
                    return;
                }

                if (usual.StartsWith("354", StringComparison.Ordinal) && !await TakeTextAsync(client, stream, reader))
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private async Task<bool> TakeTextAsync(TcpClient client, NetworkStream stream, StreamReader reader)
    {
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
        }

        Handovers++;
        Func<Task>? first = Meanwhile;
        Meanwhile = null;
        await (first?.Invoke() ?? Task.CompletedTask);
        return await AnswerAsync(client, stream, "end of data", "250 taken");
    }

    /// <returns>False when the conversation is over.</returns>
    private async Task<bool> AnswerAsync(TcpClient client, NetworkStream stream, string point, string usual)
    {
        string answer = point.StartsWith(at, StringComparison.OrdinalIgnoreCase) && times-- > 0 ? reply : usual;
        switch (answer)
        {
            case "hang up":
                return false;
            case "reset":
                client.LingerState = new LingerOption(enable: true, seconds: 0);
                client.Client.Close();
                return false;
            case "silence":
                await Task.Delay(Timeout.Infinite, stop.Token);
                return false;
            default:
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), stop.Token);
                return true;
        }
    }
}
