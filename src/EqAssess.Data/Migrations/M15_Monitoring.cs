using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Counts by groups, of campaigns and of form versions.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000015_Monitoring")]
internal sealed class M15_Monitoring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Add(migrationBuilder, "form_fairness", "form_version");
        Add(migrationBuilder, "selection_snapshot", "campaign");
        migrationBuilder.RefuseChanges("form_fairness", "selection_snapshot");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void Add(MigrationBuilder migration, string name, string owner)
    {
        migration.CreateTable(
            name: name,
            columns: table => new
            {
                owner_id = table.Column<Guid>(name: $"{owner}_id", nullable: false),
                number = table.Column<int>(nullable: false),
                taken_at = table.Column<DateTime>(nullable: false),
                content = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey($"PK_{name}", x => new { x.owner_id, x.number });
                table.ForeignKey($"FK_{name}_{owner}_{owner}_id", x => x.owner_id, owner, "id", onDelete: ReferentialAction.Restrict);
            });
    }
}
