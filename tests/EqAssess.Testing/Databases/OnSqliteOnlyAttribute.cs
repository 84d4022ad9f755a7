using Xunit.v3;

namespace EqAssess.Testing.Databases;

/// <summary>About the file of SQLite: left out when the tests run on another engine (trait <c>Database=Sqlite</c>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnSqliteOnlyAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Database", "Sqlite")];
}
