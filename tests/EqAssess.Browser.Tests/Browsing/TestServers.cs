using EqAssess.Testing.Databases;
using Xunit;

[assembly: AssemblyFixture(typeof(EqAssess.Browser.Tests.Browsing.TestServers))]

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Stops, at the end of the run, the servers that its tests started.</summary>
public sealed class TestServers : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await PostgreSqlServer.StopAsync();
        await SqlServerServer.StopAsync();
    }
}
