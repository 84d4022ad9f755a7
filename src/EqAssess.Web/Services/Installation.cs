using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>What happens before the site takes requests: schema, roles, banks, and either a demonstration or a set-up link.</summary>
public sealed partial class Installation(
    EqAssessDb db,
    StaffAccounts accounts,
    BankImport banks,
    Demonstration demonstration,
    WorkspaceFacts facts,
    IOptions<SiteOptions> site,
    IOptions<DemonstrationOptions> options,
    IOptions<DatabaseOptions> database,
    TimeProvider time,
    ILogger<Installation> logger)
{
    /// <exception cref="InvalidOperationException">The database holds a demonstration, which this environment does not open.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await DatabaseEngine.Get(database.Value.Engine).PrepareAsync(db, cancellationToken) is string statement)
        {
            Log.ReadsWait(logger, statement);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await accounts.EnsureRolesAsync();
        Workspace? workspace = await db.Workspaces.SingleOrDefaultAsync(cancellationToken);
        if (workspace is { Demonstration: true } && !options.Value.Enabled)
        {
            throw new InvalidOperationException(
                "This database holds a demonstration: simulated candidates, draft keys and accounts whose passwords were printed. " +
                "Point Database:ConnectionString at an empty database, or set Demonstration:Enabled to true on a machine for trying things out.");
        }

        if (workspace is null)
        {
            db.Workspaces.Add(new Workspace { Id = Guid.CreateVersion7(), Demonstration = options.Value.Enabled, CreatedAt = time.Now });
            await db.SaveChangesAsync(cancellationToken);
        }

        facts.Demonstration = workspace?.Demonstration ?? options.Value.Enabled;
        await ImportBanksAsync(cancellationToken);
        if (options.Value.Enabled && workspace is null)
        {
            await demonstration.FillAsync(cancellationToken);
        }
    }

    private async Task ImportBanksAsync(CancellationToken cancellationToken)
    {
        if (site.Value.QuestionBanks.Length == 0)
        {
            return;
        }

        foreach (BankImportResult result in await banks.ImportAsync(site.Value.QuestionBanks, cancellationToken))
        {
            foreach (var problem in result.Problems)
            {
                Log.BankProblem(logger, result.Bank, ProblemLine.Of(problem));
            }

            if (result.Imported)
            {
                Log.BankImported(logger, result.Bank, result.Changed);
            }
            else
            {
                Log.BankRefused(logger, result.Bank);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "In this database reads wait for writes, and pages can be slow or time out. Stop every process of the site, run this, and start again: {Statement}")]
        public static partial void ReadsWait(ILogger logger, string statement);

        [LoggerMessage(LogLevel.Information, "Bank '{Bank}' is imported; {Changed} versions are new or gone.")]
        public static partial void BankImported(ILogger logger, string bank, int changed);

        [LoggerMessage(LogLevel.Warning, "Bank '{Bank}': {Problem}")]
        public static partial void BankProblem(ILogger logger, string bank, string problem);

        [LoggerMessage(LogLevel.Error, "Bank '{Bank}' was not imported. Mend the problems above and start again; what was imported before stays.")]
        public static partial void BankRefused(ILogger logger, string bank);
    }
}
