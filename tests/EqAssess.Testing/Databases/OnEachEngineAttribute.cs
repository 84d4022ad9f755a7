using System.Reflection;
using EqAssess.Data.Databases;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace EqAssess.Testing.Databases;

/// <summary>
/// Runs a theory once per database engine, by the name that stands in the configuration; on SQL Server where the run was told of a server
/// (<c>EQASSESS_TEST_SQLSERVER</c>), otherwise that is a named skip. The trait <c>Database=Each</c> keeps a second run, on another engine,
/// from doing it all again.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachEngineAttribute : DataAttribute, ITraitAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. DatabaseEngine.All.Select(e => new TheoryDataRow<string>(e.Name))]);

    public override bool SupportsDiscoveryEnumeration() => true;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Database", "Each")];
}
