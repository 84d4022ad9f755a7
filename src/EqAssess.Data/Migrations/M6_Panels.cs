using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Expert panels: their items, judges, ratings and comments. From here on the database refuses to change a key version.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000006_Panels")]
internal sealed class M6_Panels : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "panel",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                instructions = table.Column<string>(nullable: false),
                stage = table.Column<string>(maxLength: 32, nullable: false),
                simulated = table.Column<bool>(nullable: false),
                created_by = table.Column<Guid>(nullable: true),
                created_at = table.Column<DateTime>(nullable: false),
                round_one_closed_at = table.Column<DateTime>(nullable: true),
                round_two_closed_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_panel", x => x.id);
                table.ForeignKey("FK_panel_bank_bank_id", x => x.bank_id, "bank", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "panel_item",
            columns: table => new
            {
                panel_id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_panel_item", x => new { x.panel_id, x.position });
                table.ForeignKey("FK_panel_item_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_panel_item_panel_panel_id", x => x.panel_id, "panel", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "panel_judge",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                panel_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                token_hash = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                pseudonym = table.Column<string>(maxLength: 200, nullable: true),
                role = table.Column<string>(maxLength: 64, nullable: true),
                years = table.Column<int>(nullable: true),
                conflicts = table.Column<string>(nullable: true),
                joined_at = table.Column<DateTime>(nullable: true),
                round_one_done_at = table.Column<DateTime>(nullable: true),
                round_two_done_at = table.Column<DateTime>(nullable: true),
                revoked_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_panel_judge", x => x.id);
                table.ForeignKey("FK_panel_judge_panel_panel_id", x => x.panel_id, "panel", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "panel_rating",
            columns: table => new
            {
                judge_id = table.Column<Guid>(nullable: false),
                round = table.Column<int>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                option = table.Column<string>(maxLength: 64, nullable: false),
                value = table.Column<int>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_panel_rating", x => new { x.judge_id, x.round, x.item_version_id, x.option });
                table.ForeignKey("FK_panel_rating_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_panel_rating_panel_judge_judge_id", x => x.judge_id, "panel_judge", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "panel_comment",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                judge_id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                text = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_panel_comment", x => x.id);
                table.ForeignKey("FK_panel_comment_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_panel_comment_panel_judge_judge_id", x => x.judge_id, "panel_judge", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(name: "IX_panel_bank_id_created_at", table: "panel", columns: new[] { "bank_id", "created_at" });
        migrationBuilder.CreateIndex(name: "IX_panel_item_item_version_id", table: "panel_item", column: "item_version_id");
        migrationBuilder.CreateIndex(name: "IX_panel_judge_token_hash", table: "panel_judge", column: "token_hash", unique: true);
        migrationBuilder.CreateIndex(name: "IX_panel_judge_panel_id_number", table: "panel_judge", columns: new[] { "panel_id", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_panel_rating_item_version_id", table: "panel_rating", column: "item_version_id");
        migrationBuilder.CreateIndex(name: "IX_panel_comment_item_version_id_at", table: "panel_comment", columns: new[] { "item_version_id", "at" });
        migrationBuilder.CreateIndex(name: "IX_panel_comment_judge_id", table: "panel_comment", column: "judge_id");
        migrationBuilder.RefuseChanges("key_version");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
