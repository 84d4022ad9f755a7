using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Databases;

/// <summary>For more than one machine.</summary>
public sealed class SqlServerEngine : DatabaseEngine
{
    private const int ConstraintViolation = 2627;
    private const int DuplicateIndexKey = 2601;

    public override string Name => "SqlServer";

    public override void Configure(DbContextOptionsBuilder options, string connectionString) => options.UseSqlServer(connectionString);

    public override bool IsDuplicateKey(DbException failure) =>
        failure is SqlException { Number: ConstraintViolation or DuplicateIndexKey };
}
