using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Kinds of reports, codes to check them by, and many of them at once.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000012_Reports")]
internal sealed class M12_Reports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "kind", table: "report", maxLength: 32, nullable: false, defaultValue: "Recruiter");
        migrationBuilder.CreateIndex("IX_report_drawn_at_requested_at", "report", ["drawn_at", "requested_at"]);
        AddSubjects(migrationBuilder);
        AddSeals(migrationBuilder);
        AddBatches(migrationBuilder);
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddSubjects(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "report_subject",
            columns: table => new
            {
                report_id = table.Column<Guid>(nullable: false),
                score_run_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_report_subject", x => new { x.report_id, x.score_run_id });
                table.ForeignKey("FK_report_subject_report_report_id", x => x.report_id, "report", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_report_subject_score_run_score_run_id", x => x.score_run_id, "score_run", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_report_subject_score_run_id", "report_subject", "score_run_id");
    }

    private static void AddSeals(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "report_seal",
            columns: table => new
            {
                code = table.Column<string>(maxLength: 64, nullable: false),
                report_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                issued_at = table.Column<DateTime>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: true),
                withdrawn_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_report_seal", x => x.code));
        migration.CreateIndex("IX_report_seal_report_id", "report_seal", "report_id", unique: true);
    }

    private static void AddBatches(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "report_batch",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                campaign_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                requested_at = table.Column<DateTime>(nullable: false),
                requested_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_report_batch", x => x.id);
                table.ForeignKey("FK_report_batch_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateTable(
            name: "report_batch_item",
            columns: table => new
            {
                batch_id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                report_id = table.Column<Guid>(nullable: true),
                left_out = table.Column<string>(maxLength: 32, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_report_batch_item", x => new { x.batch_id, x.position });
                table.ForeignKey("FK_report_batch_item_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_report_batch_item_report_batch_batch_id", x => x.batch_id, "report_batch", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_report_batch_campaign_id_requested_at", "report_batch", ["campaign_id", "requested_at"]);
        migration.CreateIndex("IX_report_batch_item_invitation_id", "report_batch_item", "invitation_id");
        migration.CreateIndex("IX_report_batch_item_report_id_left_out", "report_batch_item", ["report_id", "left_out"]);
    }
}
