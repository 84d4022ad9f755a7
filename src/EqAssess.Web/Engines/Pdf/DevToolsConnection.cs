using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>Commands to the browser with their answers, and the events of each session. When it closes, whatever waits fails.</summary>
public sealed class DevToolsConnection : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly DevToolsSocket socket;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> pending = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> listeners = new(StringComparer.Ordinal);
    private volatile bool closed;
    private int lastId;

    private DevToolsConnection(DevToolsSocket socket)
    {
        this.socket = socket;
        // Lives as long as the socket; what ends it reaches every command that waits.
        _ = ReceiveAsync();
    }

    public bool IsOpen => !closed;

    public static async Task<DevToolsConnection> OpenAsync(Uri address, CancellationToken cancellationToken) =>
        new(await DevToolsSocket.OpenAsync(address, cancellationToken));

    /// <param name="sessionId">Null for the browser itself.</param>
    /// <param name="cancellationToken">Ends the waiting, not the command.</param>
    /// <exception cref="BrowserLostException">The connection is closed, or closes before the answer.</exception>
    /// <exception cref="InvalidOperationException">The browser refused the command.</exception>
    public async Task<JsonElement> SendAsync(string method, object parameters, string? sessionId, CancellationToken cancellationToken)
    {
        int id = Interlocked.Increment(ref lastId);
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        try
        {
            if (closed)
            {
                throw DevToolsSocket.Lost();
            }

            byte[] command = JsonSerializer.SerializeToUtf8Bytes(new Command(id, method, parameters, sessionId), Json);
            await socket.WriteAsync(command).WaitAsync(cancellationToken);
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

    public void Dispose() => socket.Dispose();

    private async Task ReceiveAsync()
    {
        ArrayBufferWriter<byte> message = new(1 << 16);
        try
        {
            while (await socket.ReadAsync(message))
            {
                Dispatch(message.WrittenMemory);
            }
        }
        finally
        {
            // In this order: a command that comes too late for the loop sees the connection closed.
            closed = true;
            foreach (TaskCompletionSource<JsonElement> answer in pending.Values)
            {
                answer.TrySetException(DevToolsSocket.Lost());
            }
        }
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
