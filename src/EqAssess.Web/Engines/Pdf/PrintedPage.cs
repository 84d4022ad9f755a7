using System.Text.Json;

namespace EqAssess.Web.Engines.Pdf;

/// <summary>One page in a browser context of its own, from opening to closing. Two of them share nothing but the browser.</summary>
public sealed class PrintedPage : IAsyncDisposable
{
    private readonly DevToolsConnection connection;
    private readonly string contextId;
    private readonly string sessionId;
    private readonly CancellationTokenSource crashed = new();

    private PrintedPage(DevToolsConnection connection, string contextId, string sessionId)
    {
        this.connection = connection;
        this.contextId = contextId;
        this.sessionId = sessionId;
        connection.Listen(sessionId, OnEvent);
    }

    /// <param name="cancellationToken">Only for giving the browser up: a page that is cancelled while it opens stays open.</param>
    public static async Task<PrintedPage> OpenAsync(DevToolsConnection connection, CancellationToken cancellationToken)
    {
        string context = await AskAsync("Target.createBrowserContext", new { }, "browserContextId");
        string targetId = await AskAsync("Target.createTarget", new { url = "about:blank", browserContextId = context }, "targetId");
        string session = await AskAsync("Target.attachToTarget", new { targetId, flatten = true }, "sessionId");
        return new PrintedPage(connection, context, session);

        async Task<string> AskAsync(string method, object parameters, string property) =>
            Text(await connection.SendAsync(method, parameters, sessionId: null, cancellationToken), property);
    }

    /// <exception cref="InvalidOperationException">The PDF has more bytes than allowed.</exception>
    public async Task<byte[]> PrintAsync(string html, long mostBytes, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, crashed.Token);
        try
        {
            await ForbidAsync(either.Token);
            await FillAsync(html, either.Token);
            JsonElement printed = await SendAsync("Page.printToPDF", Settings(), either.Token);
            return await ReadAsync(Text(printed, "stream"), mostBytes, either.Token);
        }
        catch (OperationCanceledException) when (crashed.IsCancellationRequested)
        {
            throw new BrowserLostException("The page crashed.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        connection.StopListening(sessionId);
        await connection.SendAsync("Target.disposeBrowserContext", new { browserContextId = contextId }, sessionId: null, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static object Settings() => new
    {
        printBackground = true,
        preferCSSPageSize = true,
        paperWidth = 8.27,
        paperHeight = 11.69,
        marginTop = 0.6,
        marginBottom = 0.7,
        marginLeft = 0.6,
        marginRight = 0.6,
        generateTaggedPDF = true,
        generateDocumentOutline = true,
        displayHeaderFooter = false,
        transferMode = "ReturnAsStream",
    };

    private static string Text(JsonElement answer, string property) =>
        answer.GetProperty(property).GetString() ?? throw new InvalidOperationException($"The browser answered without {property}.");

    /// <summary>No script, no request.</summary>
    private async Task ForbidAsync(CancellationToken cancellationToken)
    {
        await SendAsync("Inspector.enable", new { }, cancellationToken);
        await SendAsync("Emulation.setScriptExecutionDisabled", new { value = true }, cancellationToken);
        await SendAsync("Fetch.enable", new { patterns = new[] { new { urlPattern = "*" } } }, cancellationToken);
    }

    private async Task FillAsync(string html, CancellationToken cancellationToken)
    {
        JsonElement tree = await SendAsync("Page.getFrameTree", new { }, cancellationToken);
        string frameId = Text(tree.GetProperty("frameTree").GetProperty("frame"), "id");
        await SendAsync("Page.setDocumentContent", new { frameId, html }, cancellationToken);
        const string Ready = "document.fonts.ready.then(() => document.readyState)";
        while (true)
        {
            JsonElement answer = await SendAsync("Runtime.evaluate", new { expression = Ready, awaitPromise = true, returnByValue = true }, cancellationToken);
            if (answer.GetProperty("result").TryGetProperty("value", out JsonElement state) && state.ValueEquals("complete"))
            {
                return;
            }

            await Task.Delay(10, cancellationToken);
        }
    }

    private async Task<byte[]> ReadAsync(string handle, long mostBytes, CancellationToken cancellationToken)
    {
        using MemoryStream pdf = new();
        while (true)
        {
            JsonElement part = await SendAsync("IO.read", new { handle, size = 1 << 20 }, cancellationToken);
            pdf.Write(part.GetProperty("data").GetBytesFromBase64());
            if (pdf.Length > mostBytes)
            {
                throw new InvalidOperationException($"The PDF has more than {mostBytes >> 20} MB (Pdf:MostMegabytes).");
            }

            if (part.GetProperty("eof").GetBoolean())
            {
                return pdf.ToArray();
            }
        }
    }

    private Task<JsonElement> SendAsync(string method, object parameters, CancellationToken cancellationToken) =>
        connection.SendAsync(method, parameters, sessionId, cancellationToken);

    private void OnEvent(string method, JsonElement parameters)
    {
        if (method == "Inspector.targetCrashed")
        {
            _ = crashed.CancelAsync();
        }
        else if (method == "Fetch.requestPaused")
        {
            // Aborted, because every other reason replaces the document by an error page when it wanted to go elsewhere.
            _ = SendAsync("Fetch.failRequest", new { requestId = Text(parameters, "requestId"), errorReason = "Aborted" }, CancellationToken.None);
        }
    }
}
