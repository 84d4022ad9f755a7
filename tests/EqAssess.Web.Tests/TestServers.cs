using EqAssess.Testing.Databases;
using EqAssess.Web.Tests;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace EqAssess.Web.Tests;

/// <summary>Stops, at the end of the run, the servers that its tests started.</summary>
public sealed class TestServers : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await PostgreSqlServer.StopAsync();
        await SqlServerServer.StopAsync();
    }
}
