using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>
/// Whether the files were overwritten after an erasure: of those who were erased before it is not known, and the next sweep does it. And
/// whether a written answer stands in a place that does not count.
/// </summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000008_Leftovers")]
internal sealed class M8_Leftovers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>(name: "overwritten_at", table: "candidate", nullable: true);
        migrationBuilder.AddColumn<bool>(name: "pretest", table: "typed_answer", nullable: false, defaultValue: false);
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
