namespace EqAssess.Web.Engines.Pdf;

/// <summary>A running browser and the connection to it.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private readonly Lazy<Task> end;

    private ChromiumBrowser(ChromiumProcess process, DevToolsConnection connection)
    {
        Process = process;
        Connection = connection;
        end = new Lazy<Task>(EndAsync);
    }

    public ChromiumProcess Process { get; }

    public DevToolsConnection Connection { get; }

    public bool IsAlive => Connection.IsOpen && !end.IsValueCreated;

    public static async Task<ChromiumBrowser> StartAsync(string program, CancellationToken cancellationToken)
    {
        ChromiumProcess process = ChromiumProcess.Start(program);
        try
        {
            Uri address = await process.ReadAddressAsync(cancellationToken);
            return new ChromiumBrowser(process, await DevToolsConnection.OpenAsync(address, cancellationToken));
        }
        catch (Exception)
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the browser to end, so that it ends its own children.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await Connection.SendAsync("Browser.close", new { }, sessionId: null, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(2));
            await Process.WaitForExitAsync();
        }
        catch (Exception failure) when (failure is BrowserLostException or TimeoutException)
        {
            // It is gone already, or does not listen any more: disposal kills it.
        }
    }

    /// <summary>Kills the browser with everything it started. May be called often and at the same time.</summary>
    public async ValueTask DisposeAsync() => await end.Value;

    private async Task EndAsync()
    {
        await Process.DisposeAsync();
        Connection.Dispose();
    }
}
