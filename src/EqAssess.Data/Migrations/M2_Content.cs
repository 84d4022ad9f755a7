using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Banks, items, keys, forms and scoring plans. No store types: each engine chooses its own.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000002_Content")]
internal sealed class M2_Content : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "bank",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                slug = table.Column<string>(maxLength: 64, nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                language = table.Column<string>(maxLength: 64, nullable: false),
                head = table.Column<string>(nullable: false),
                imported_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_bank", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "form_version",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                number = table.Column<int>(nullable: false),
                time_limit_seconds = table.Column<int>(nullable: false),
                published_at = table.Column<DateTime>(nullable: false),
                published_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_form_version", x => x.id);
                table.ForeignKey("FK_form_version_bank_bank_id", x => x.bank_id, "bank", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "item_version",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                item_id = table.Column<string>(maxLength: 64, nullable: false),
                number = table.Column<int>(nullable: false),
                use = table.Column<string>(maxLength: 32, nullable: false),
                facet = table.Column<string>(maxLength: 64, nullable: false),
                domain = table.Column<string>(maxLength: 64, nullable: false),
                content = table.Column<string>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                current = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_version", x => x.id);
                table.ForeignKey("FK_item_version_bank_bank_id", x => x.bank_id, "bank", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "key_version",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                label = table.Column<string>(maxLength: 100, nullable: false),
                status = table.Column<string>(maxLength: 32, nullable: false),
                source = table.Column<string>(nullable: false),
                content = table.Column<string>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                demonstration = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_key_version", x => x.id);
                table.ForeignKey("FK_key_version_bank_bank_id", x => x.bank_id, "bank", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "form_item",
            columns: table => new
            {
                form_version_id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                practice = table.Column<bool>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_form_item", x => new { x.form_version_id, x.practice, x.position });
                table.ForeignKey("FK_form_item_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_form_item_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "scoring_plan",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                key_version_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                content = table.Column<string>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_scoring_plan", x => x.id);
                table.ForeignKey("FK_scoring_plan_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_scoring_plan_key_version_key_version_id", x => x.key_version_id, "key_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(name: "IX_bank_slug", table: "bank", column: "slug", unique: true);
        migrationBuilder.CreateIndex(name: "IX_form_item_item_version_id", table: "form_item", column: "item_version_id");
        migrationBuilder.CreateIndex(name: "IX_form_version_bank_id_title_number", table: "form_version", columns: new[] { "bank_id", "title", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_item_version_bank_id_item_id_number", table: "item_version", columns: new[] { "bank_id", "item_id", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_key_version_bank_id_label", table: "key_version", columns: new[] { "bank_id", "label" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_scoring_plan_form_version_id_number", table: "scoring_plan", columns: new[] { "form_version_id", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_scoring_plan_key_version_id", table: "scoring_plan", column: "key_version_id");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
