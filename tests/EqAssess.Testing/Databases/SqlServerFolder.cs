using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EqAssess.Testing.Databases;

internal sealed class SqlServerFolder(string folder) : FolderDatabase
{
    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database:Engine"] = "SqlServer", ["Database:ConnectionString"] = ConnectionString,
    };

    protected override string ConnectionString => SqlServerServer.ConnectionString(Name);

    private string Name { get; } = $"eqassess_folder_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..24]}";

    public override async Task EnsureAsync()
    {
        if (await SqlServerServer.ExecuteAsync($"SELECT DB_ID('{Name}')") is null or DBNull)
        {
            await SqlServerServer.CreateAsync(Name);
        }
    }

    /// <summary>The database itself is kept until the end of the run: whoever is made like it copies its rows.</summary>
    public override Task<object> SnapshotAsync()
    {
        Close();
        SqlServerServer.DropLater(Name);
        return Task.FromResult<object>(Name);
    }

    public override async Task FillAsync(object snapshot)
    {
        await EnsureAsync();
        await using EqAssessDb db = Open();
        await db.Database.MigrateAsync();
        await SqlServerServer.ExecuteAsync(string.Join(";\n", InOrderOfKeys(db.Model).Select(t => CopyOf(t, snapshot))), Name);
    }

    public override void Close() => SqlServerServer.Close(Name);

    public override Task DeleteAsync() => SqlServerServer.DropAsync(Name);

    private static string CopyOf(IEntityType table, object from)
    {
        string columns = string.Join(", ", table.GetProperties().Select(p => $"[{p.GetColumnName()}]"));
        string copy = $"INSERT INTO [{table.GetTableName()}] ({columns}) SELECT {columns} FROM [{from}].[dbo].[{table.GetTableName()}]";
        bool numbered = table.GetProperties().Any(p => p.ClrType == typeof(int) && p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey());
        return numbered ? $"SET IDENTITY_INSERT [{table.GetTableName()}] ON; {copy}; SET IDENTITY_INSERT [{table.GetTableName()}] OFF" : copy;
    }

    /// <summary>Each after those that it refers to.</summary>
    private static List<IEntityType> InOrderOfKeys(IModel model)
    {
        List<IEntityType> waiting = [.. model.GetEntityTypes()];
        List<IEntityType> ordered = [];
        while (waiting.Count > 0)
        {
            List<IEntityType> free = [.. waiting.Where(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || !waiting.Contains(k.PrincipalEntityType)))];
            ordered.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
