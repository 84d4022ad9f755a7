using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>
/// The clock that all servers of an installation go by: that of the database's server, where there is one. A file has none, and the servers
/// that share it have one machine and its clock.
/// </summary>
public sealed class SharedClock(IServiceScopeFactory scopes, SteadyClock clock, IOptions<DatabaseOptions> options)
{
    /// <summary>Sets this process's clock by the database's. Before anybody is served, since it may jump.</summary>
    public async Task AdoptAsync()
    {
        if (await NowAsync() is DateTimeOffset shared)
        {
            clock.Adopt(shared);
        }
    }

    /// <summary>Compares, and follows slowly. While the database does not answer, the machine's clock says how time goes on.</summary>
    public async Task LookAsync()
    {
        DateTimeOffset? shared = null;
        try
        {
            shared = await NowAsync();
        }
        catch (Exception failure) when (DatabaseEngine.SaysUnavailable(failure))
        {
            // The sign of life that follows fails as well, and says so.
        }

        clock.Look(shared);
    }

    private async Task<DateTimeOffset?> NowAsync()
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        EqAssessDb db = scope.ServiceProvider.GetRequiredService<EqAssessDb>();
        return await DatabaseEngine.Get(options.Value.Engine).NowAsync(db, CancellationToken.None);
    }
}
