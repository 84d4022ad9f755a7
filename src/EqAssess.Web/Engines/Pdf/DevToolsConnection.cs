using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>
/// One WebSocket to the browser: commands with their answers, and the events of each session. When it closes, whatever waits fails.
/// </summary>
public sealed class DevToolsConnection : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ClientWebSocket socket;
    private readonly SemaphoreSlim turnToWrite = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> pending = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> listeners = new(StringComparer.Ordinal);
    private volatile bool closed;
    private int lastId;

    private DevToolsConnection(ClientWebSocket socket)
    {
        this.socket = socket;
        _ = ReceiveAsync();
    }

    public bool IsOpen => !closed;

    public static async Task<DevToolsConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        ClientWebSocket opened = new();
        try
        {
            opened.Options.Proxy = null;
            await opened.ConnectAsync(address, cancellationToken);
            return new DevToolsConnection(opened);
        }
        catch (WebSocketException failure)
        {
            opened.Dispose();
            throw new BrowserLostException("The browser did not answer.", failure);
        }
    }

    /// <param name="sessionId">Null for the browser itself.</param>
    /// <exception cref="BrowserLostException">The connection is closed, or closes before the answer.</exception>
    /// <exception cref="InvalidOperationException">The browser refused the command.</exception>
    public async Task<JsonElement> SendAsync(string method, object parameters, string? sessionId, CancellationToken cancellationToken)
    {
        int id = Interlocked.Increment(ref lastId);
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        try
        {
            byte[] command = JsonSerializer.SerializeToUtf8Bytes(new Command(id, method, parameters, sessionId), Json);
            // The token ends our waiting, never the write: a write that is broken off closes the socket for everybody.
            await WriteAsync(command).WaitAsync(cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            pending.TryRemove(id, out _);
        }
    }

    /// <summary>Calls back in the order of events, on the receiving loop: the callback must not wait.</summary>
    public void Listen(string sessionId, Action<string, JsonElement> onEvent) => listeners[sessionId] = onEvent;

    public void StopListening(string sessionId) => listeners.TryRemove(sessionId, out _);

    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    private static BrowserLostException Lost(Exception? cause = null) => new("The browser ended or closed its connection.", cause);

    private async Task WriteAsync(byte[] command)
    {
        await turnToWrite.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            await socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception failure) when (failure is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            throw Lost(failure);
        }
        finally
        {
            turnToWrite.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        ArrayBufferWriter<byte> message = new(1 << 16);
        Exception? cause = null;
        try
        {
            while (await ReadMessageAsync(message))
            {
                Dispatch(message.WrittenMemory);
                message.ResetWrittenCount();
            }
        }
        catch (Exception failure) when (failure is WebSocketException or InvalidOperationException or OperationCanceledException or JsonException)
        {
            cause = failure;
        }

        closed = true;
        foreach (TaskCompletionSource<JsonElement> answer in pending.Values)
        {
            answer.TrySetException(Lost(cause));
        }
    }

    /// <returns>False when the browser closed.</returns>
    private async Task<bool> ReadMessageAsync(ArrayBufferWriter<byte> message)
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

    private void Dispatch(ReadOnlyMemory<byte> message)
    {
        using JsonDocument document = JsonDocument.Parse(message);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("id", out JsonElement id))
        {
            if (pending.TryGetValue(id.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
            {
                Complete(answer, root);
            }
        }
        else if (root.TryGetProperty("sessionId", out JsonElement session)
            && listeners.TryGetValue(session.GetString() ?? "", out Action<string, JsonElement>? onEvent))
        {
            onEvent(root.GetProperty("method").GetString() ?? "", root.GetProperty("params").Clone());
        }
    }

    private static void Complete(TaskCompletionSource<JsonElement> answer, JsonElement root)
    {
        if (root.TryGetProperty("error", out JsonElement error))
        {
            answer.TrySetException(new InvalidOperationException($"The browser refused a command: {error.GetProperty("message").GetString()}"));
        }
        else
        {
            answer.TrySetResult(root.GetProperty("result").Clone());
        }
    }

    private sealed record Command(int Id, string Method, object Params, string? SessionId);
}
