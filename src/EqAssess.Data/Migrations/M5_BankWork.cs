using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Work on banks in the browser: the life of item versions, which key was made for which text, assembled forms.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000005_BankWork")]
internal sealed class M5_BankWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddColumns(migrationBuilder);
        CreateTables(migrationBuilder);
        migrationBuilder.CreateIndex(name: "IX_item_draft_copy_item_version_id_revision", table: "item_draft_copy", columns: new[] { "item_version_id", "revision" });
        migrationBuilder.CreateIndex(name: "IX_item_comment_bank_id_item_id", table: "item_comment", columns: new[] { "bank_id", "item_id" });
        migrationBuilder.CreateIndex(name: "IX_item_comment_item_version_id", table: "item_comment", column: "item_version_id");
        migrationBuilder.CreateIndex(name: "IX_key_coverage_item_version_id", table: "key_coverage", column: "item_version_id");
        TakeOver(migrationBuilder);
        migrationBuilder.RefuseChanges("item_version_event", "item_draft_copy", "key_coverage");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddColumns(MigrationBuilder migration)
    {
        migration.AddColumn<string>(name: "status", table: "item_version", maxLength: 32, nullable: false, defaultValue: "Live");
        migration.AddColumn<string>(name: "origin", table: "item_version", maxLength: 32, nullable: false, defaultValue: "Files");
        migration.AddColumn<int>(name: "revision", table: "item_version", nullable: false, defaultValue: 0);
        migration.AddColumn<string>(name: "key_proposal", table: "item_version", nullable: true);
        migration.AddColumn<DateTime>(name: "changed_at", table: "item_version", nullable: true);
        migration.AddColumn<Guid>(name: "changed_by", table: "item_version", nullable: true);
        migration.AddColumn<Guid>(name: "panel_id", table: "key_version", nullable: true);
        migration.AddColumn<Guid>(name: "published_by", table: "key_version", nullable: true);
        migration.AddColumn<bool>(name: "pretest", table: "form_item", nullable: false, defaultValue: false);
        migration.AddColumn<string>(name: "option_order", table: "form_item", nullable: true);
        migration.AddColumn<string>(name: "blueprint", table: "form_version", nullable: true);
        migration.AddColumn<long>(name: "seed", table: "form_version", nullable: true);
        migration.AddColumn<string>(name: "assembly", table: "form_version", nullable: true);
    }

    private static void CreateTables(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "item_version_event",
            columns: table => new
            {
                item_version_id = table.Column<Guid>(nullable: false),
                sequence = table.Column<int>(nullable: false),
                step = table.Column<string>(maxLength: 32, nullable: false),
                at = table.Column<DateTime>(nullable: false),
                by = table.Column<Guid>(nullable: true),
                note = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_version_event", x => new { x.item_version_id, x.sequence });
                table.ForeignKey("FK_item_version_event_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "item_draft_copy",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                revision = table.Column<int>(nullable: false),
                content = table.Column<string>(nullable: false),
                key_proposal = table.Column<string>(nullable: true),
                by = table.Column<Guid>(nullable: true),
                at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_draft_copy", x => x.id);
                table.ForeignKey("FK_item_draft_copy_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "item_comment",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                item_id = table.Column<string>(maxLength: 64, nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                by = table.Column<Guid>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                text = table.Column<string>(nullable: false),
                resolved_at = table.Column<DateTime>(nullable: true),
                resolved_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_comment", x => x.id);
                table.ForeignKey("FK_item_comment_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "item_editor",
            columns: table => new
            {
                item_version_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                seen_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_item_editor", x => new { x.item_version_id, x.staff_id });
                table.ForeignKey("FK_item_editor_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "bank_upload",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                by = table.Column<Guid>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                content = table.Column<byte[]>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_bank_upload", x => x.id);
            });

        migration.CreateTable(
            name: "key_coverage",
            columns: table => new
            {
                key_version_id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_key_coverage", x => new { x.key_version_id, x.item_version_id });
                table.ForeignKey("FK_key_coverage_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_key_coverage_key_version_key_version_id", x => x.key_version_id, "key_version", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    /// <summary>Versions that were replaced before had no status, and every key was taken to fit every version of its bank.</summary>
    private static void TakeOver(MigrationBuilder migration)
    {
        string no = migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "FALSE" : "0";
        string current = migration.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer" ? "[current]" : "\"current\"";
        migration.Sql($"UPDATE item_version SET status = 'Retired' WHERE {current} = {no};");
        migration.Sql("INSERT INTO item_version_event (item_version_id, sequence, step, at) SELECT id, 1, 'Imported', created_at FROM item_version;");
        migration.Sql("INSERT INTO item_version_event (item_version_id, sequence, step, at) SELECT id, 2, 'Retired', created_at FROM item_version WHERE status = 'Retired';");
        migration.Sql(
            "INSERT INTO key_coverage (key_version_id, item_version_id) SELECT k.id, i.id FROM key_version k INNER JOIN item_version i ON i.bank_id = k.bank_id;");
    }
}
