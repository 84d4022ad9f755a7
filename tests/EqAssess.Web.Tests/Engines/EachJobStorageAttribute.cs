using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace EqAssess.Web.Tests.Engines;

/// <summary>
/// Runs a theory once per database in which the built-in job engine can keep its rows: with SQLite in memory, otherwise in the database, which
/// Quartz does where servers share one schedule.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachJobStorageAttribute : DataAttribute, ITraitAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<string>("Sqlite"), new TheoryDataRow<string>("PostgreSql")]);

    public override bool SupportsDiscoveryEnumeration() => true;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Database", "Each")];
}
