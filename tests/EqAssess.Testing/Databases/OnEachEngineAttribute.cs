using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace EqAssess.Testing.Databases;

/// <summary>
/// Runs a theory once per database engine, by the name that stands in the configuration. SQL Server is not among them: its schema is
/// compared by script, and its client by opening a command. The trait <c>Database=Each</c> keeps a second run, on another engine, from
/// doing it all again.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachEngineAttribute : DataAttribute, ITraitAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<string>("Sqlite"), new TheoryDataRow<string>("PostgreSql")]);

    public override bool SupportsDiscoveryEnumeration() => true;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Database", "Each")];
}
