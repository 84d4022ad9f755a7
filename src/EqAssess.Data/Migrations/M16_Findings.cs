using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>What psychologists found about flagged items.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000016_Findings")]
internal sealed class M16_Findings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "item_finding",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                about = table.Column<string>(maxLength: 32, nullable: false),
                flags = table.Column<string>(nullable: false),
                verdict = table.Column<string>(maxLength: 32, nullable: false),
                text = table.Column<string>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                by = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_finding", x => x.id);
                table.ForeignKey("FK_item_finding_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_item_finding_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_item_finding_form_version_id_at", "item_finding", ["form_version_id", "at"]);
        migrationBuilder.CreateIndex("IX_item_finding_item_version_id", "item_finding", "item_version_id");
        migrationBuilder.RefuseChanges("item_finding");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
