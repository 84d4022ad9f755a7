using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Decisions and their reasons, notes, interviews, who asked for names, saved views, answer patterns.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000011_Decisions")]
internal sealed class M11_Decisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>(name: "blind", table: "campaign", nullable: false, defaultValue: true);
        AddDecisions(migrationBuilder);
        AddNotes(migrationBuilder);
        AddInterviews(migrationBuilder);
        AddViews(migrationBuilder);
        migrationBuilder.CreateIndex(
            name: "IX_score_run_attempt_id_plan_id_percent", table: "score_run", columns: new[] { "attempt_id", "plan_id", "percent" });
        migrationBuilder.RefuseChanges("decision");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddDecisions(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "decision",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                outcome = table.Column<string>(maxLength: 32, nullable: false),
                staff_id = table.Column<Guid>(nullable: true),
                decided_at = table.Column<DateTime>(nullable: false),
                score_run_id = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_decision", x => new { x.invitation_id, x.number });
                table.CheckConstraint("CK_decision_by_a_person", "staff_id IS NOT NULL OR outcome = 'Reopened'");
                table.ForeignKey("FK_decision_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_decision_outcome", "decision", "outcome");

        migration.CreateTable(
            name: "decision_reason",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_decision_reason", x => new { x.invitation_id, x.number });
                table.ForeignKey(
                    "FK_decision_reason_decision_invitation_id_number",
                    x => new { x.invitation_id, x.number },
                    "decision",
                    ["invitation_id", "number"],
                    onDelete: ReferentialAction.Restrict);
            });
    }

    private static void AddNotes(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "case_note",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                text = table.Column<string>(nullable: false),
                written_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_case_note", x => x.id);
                table.ForeignKey("FK_case_note_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_case_note_invitation_id", "case_note", "invitation_id");

        migration.CreateTable(
            name: "name_look",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                reason = table.Column<string>(maxLength: 200, nullable: false),
                asked_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_name_look", x => new { x.invitation_id, x.staff_id });
                table.ForeignKey("FK_name_look_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void AddInterviews(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "interview",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                took_part = table.Column<bool>(nullable: false),
                given_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_interview", x => new { x.invitation_id, x.staff_id });
                table.ForeignKey("FK_interview_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "interview_score",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                domain = table.Column<string>(maxLength: 64, nullable: false),
                score = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_interview_score", x => new { x.invitation_id, x.staff_id, x.domain });
                table.ForeignKey(
                    "FK_interview_score_interview_invitation_id_staff_id",
                    x => new { x.invitation_id, x.staff_id },
                    "interview",
                    ["invitation_id", "staff_id"],
                    onDelete: ReferentialAction.Cascade);
            });
    }

    private static void AddViews(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "saved_view",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 100, nullable: false),
                query = table.Column<string>(nullable: false),
                saved_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_saved_view", x => x.id);
            });
        migration.CreateIndex(name: "IX_saved_view_staff_id_name", table: "saved_view", columns: new[] { "staff_id", "name" }, unique: true);

        migration.CreateTable(
            name: "answer_pattern",
            columns: table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                counts = table.Column<bool>(nullable: false),
                ends = table.Column<double>(nullable: true),
                flagged = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_answer_pattern", x => x.attempt_id);
                table.ForeignKey("FK_answer_pattern_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_answer_pattern_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex(name: "IX_answer_pattern_form_version_id_counts_ends", table: "answer_pattern", columns: new[] { "form_version_id", "counts", "ends" });
    }
}
