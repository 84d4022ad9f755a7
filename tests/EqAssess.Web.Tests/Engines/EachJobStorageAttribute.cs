using System.Reflection;
using EqAssess.Web.Engines.Jobs;
using Xunit.Sdk;
using Xunit.v3;

namespace EqAssess.Web.Tests.Engines;

/// <summary>
/// Runs a theory once per database in which the built-in job engine can keep its rows. Quartz keeps them in memory whatever the database is;
/// Hangfire keeps them in memory with SQLite and in the database otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachJobStorageAttribute : DataAttribute, ITraitAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(BuiltInJobEngine.Name == "Quartz"
            ? [new TheoryDataRow<string>("Sqlite")]
            : [new TheoryDataRow<string>("Sqlite"), new TheoryDataRow<string>("PostgreSql")]);

    public override bool SupportsDiscoveryEnumeration() => true;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Database", "Each")];
}
