using System.Buffers;
using System.Net.WebSockets;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Whole messages to and from the browser. Whatever goes wrong here means that the browser is lost.</summary>
public sealed class DevToolsSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim turnToWrite = new(1, 1);

    public static async Task<DevToolsSocket> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        DevToolsSocket opened = new();
        try
        {
            opened.socket.Options.Proxy = null;
            await opened.socket.ConnectAsync(address, cancellationToken);
            return opened;
        }
        catch (Exception failure)
        {
            opened.Dispose();
            throw failure is WebSocketException ? Lost(failure) : failure;
        }
    }

    public static BrowserLostException Lost(Exception? cause = null) => new("The browser ended or closed its connection.", cause);

    /// <summary>Not to be cancelled: a write that is broken off closes the socket for everybody.</summary>
    public async Task WriteAsync(byte[] message)
    {
        await turnToWrite.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            throw Lost(failure);
        }
        finally
        {
            turnToWrite.Release();
        }
    }

    /// <returns>False when the browser closed.</returns>
    public async Task<bool> ReadAsync(ArrayBufferWriter<byte> message)
    {
        message.ResetWrittenCount();
        try
        {
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(message.GetMemory(1 << 14), CancellationToken.None);
                message.Advance(part.Count);
            }
            while (!part.EndOfMessage);
            return part.MessageType == WebSocketMessageType.Text;
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            throw Lost(failure);
        }
    }

    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    /// <summary>What the socket throws when it is closed at the other end, was closed, or is disposed.</summary>
    private static bool IsLoss(Exception failure) => failure is WebSocketException or InvalidOperationException or OperationCanceledException;
}
