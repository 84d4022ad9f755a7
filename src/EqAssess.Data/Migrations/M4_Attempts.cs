using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Attempts with their log, score runs and reports. No store types: each engine chooses its own.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000004_Attempts")]
internal sealed class M4_Attempts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "attempt",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                simulated = table.Column<bool>(nullable: false),
                started_at = table.Column<DateTime>(nullable: false),
                deadline = table.Column<DateTime>(nullable: false),
                last_moment = table.Column<DateTime>(nullable: false),
                closed_at = table.Column<DateTime>(nullable: true),
                timed_out = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attempt", x => x.id);
                table.ForeignKey("FK_attempt_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_attempt_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "attempt_log",
            columns: table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                sequence = table.Column<int>(nullable: false),
                entry_id = table.Column<Guid>(nullable: false),
                writer_id = table.Column<Guid>(nullable: false),
                recorded_at = table.Column<DateTime>(nullable: false),
                kind = table.Column<string>(maxLength: 64, nullable: false),
                payload = table.Column<string>(nullable: false),
                previous_hash = table.Column<string>(maxLength: 64, nullable: false),
                hash = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attempt_log", x => new { x.attempt_id, x.sequence });
                table.ForeignKey("FK_attempt_log_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "score_run",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                attempt_id = table.Column<Guid>(nullable: false),
                plan_id = table.Column<Guid>(nullable: false),
                key_version_id = table.Column<Guid>(nullable: false),
                engine_version = table.Column<string>(maxLength: 64, nullable: false),
                responses_sha256 = table.Column<string>(maxLength: 64, nullable: false),
                percent = table.Column<double>(nullable: true),
                sheet = table.Column<string>(nullable: false),
                scored_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_score_run", x => x.id);
                table.ForeignKey("FK_score_run_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_score_run_key_version_key_version_id", x => x.key_version_id, "key_version", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_score_run_scoring_plan_plan_id", x => x.plan_id, "scoring_plan", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "report",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                score_run_id = table.Column<Guid>(nullable: false),
                document = table.Column<string>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
                requested_at = table.Column<DateTime>(nullable: false),
                requested_by = table.Column<Guid>(nullable: true),
                drawn_at = table.Column<DateTime>(nullable: true),
                pdf = table.Column<byte[]>(nullable: true),
                failures = table.Column<int>(nullable: false),
                next_try_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_report", x => x.id);
                table.ForeignKey("FK_report_score_run_score_run_id", x => x.score_run_id, "score_run", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(name: "IX_attempt_closed_at_last_moment", table: "attempt", columns: new[] { "closed_at", "last_moment" });
        migrationBuilder.CreateIndex(name: "IX_attempt_form_version_id", table: "attempt", column: "form_version_id");
        migrationBuilder.CreateIndex(name: "IX_attempt_invitation_id", table: "attempt", column: "invitation_id", unique: true);
        migrationBuilder.CreateIndex(name: "IX_attempt_log_attempt_id_entry_id", table: "attempt_log", columns: new[] { "attempt_id", "entry_id" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_report_score_run_id_digest", table: "report", columns: new[] { "score_run_id", "digest" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_score_run_attempt_id_plan_id", table: "score_run", columns: new[] { "attempt_id", "plan_id" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_score_run_key_version_id", table: "score_run", column: "key_version_id");
        migrationBuilder.CreateIndex(name: "IX_score_run_plan_id", table: "score_run", column: "plan_id");

        migrationBuilder.RefuseChanges("attempt_log", "score_run");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
