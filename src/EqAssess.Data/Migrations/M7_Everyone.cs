using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Time that comes back after outages, adjustments, written answers, receipts, requests of candidates, monitoring, retention.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000007_Everyone")]
internal sealed class M7_Everyone : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddColumns(migrationBuilder);
        AddTime(migrationBuilder);
        AddAccommodations(migrationBuilder);
        AddRights(migrationBuilder);
        AddHolds(migrationBuilder);
        AddIndexes(migrationBuilder);
        migrationBuilder.RefuseChanges("typed_mark");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddColumns(MigrationBuilder migration)
    {
        migration.AddColumn<string>(name: "country", table: "campaign", maxLength: 64, nullable: false, defaultValue: "");
        migration.AddColumn<bool>(name: "allows_pause", table: "campaign", nullable: false, defaultValue: false);
        migration.AddColumn<bool>(name: "gives_feedback", table: "campaign", nullable: false, defaultValue: false);
        migration.AddColumn<bool>(name: "monitors", table: "campaign", nullable: false, defaultValue: false);
        migration.AddColumn<DateTime>(name: "held_since", table: "campaign", nullable: true);
        migration.AddColumn<DateTime>(name: "held_since", table: "candidate", nullable: true);
        migration.AddColumn<DateTime>(name: "withdrawn_at", table: "invitation", nullable: true);
        migration.AddColumn<DateTime>(name: "start_until", table: "invitation", nullable: true);
        migration.AddColumn<bool>(name: "typed", table: "attempt", nullable: false, defaultValue: false);
        migration.AddColumn<string>(name: "sections", table: "form_version", nullable: true);
        migration.AddColumn<string>(name: "monitoring_key", table: "workspace", nullable: true);
    }

    private static void AddTime(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "heartbeat",
            columns: table => new
            {
                process_id = table.Column<Guid>(nullable: false),
                started_at = table.Column<DateTime>(nullable: false),
                beat_at = table.Column<DateTime>(nullable: false),
                monotonic_milliseconds = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_heartbeat", x => x.process_id);
            });

        migration.CreateTable(
            name: "outage",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                began_at = table.Column<DateTime>(nullable: false),
                ended_at = table.Column<DateTime>(nullable: false),
                compensated_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outage", x => x.id);
            });
    }

    private static void AddAccommodations(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "accommodation",
            columns: table => new
            {
                candidate_id = table.Column<Guid>(nullable: false),
                percent = table.Column<int>(nullable: false),
                untimed = table.Column<bool>(nullable: false),
                break_minutes = table.Column<int>(nullable: false),
                typed = table.Column<bool>(nullable: false),
                spared_items = table.Column<string>(nullable: false),
                granted_at = table.Column<DateTime>(nullable: false),
                granted_by = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_accommodation", x => x.candidate_id);
                table.ForeignKey("FK_accommodation_candidate_candidate_id", x => x.candidate_id, "candidate", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "accommodation_request",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                asked_at = table.Column<DateTime>(nullable: false),
                due_on = table.Column<DateOnly>(nullable: false),
                wishes = table.Column<string>(maxLength: 200, nullable: false),
                text = table.Column<string>(nullable: true),
                state = table.Column<string>(maxLength: 32, nullable: false),
                decided_at = table.Column<DateTime>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                answer = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_accommodation_request", x => x.id);
                table.ForeignKey("FK_accommodation_request_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "typed_answer",
            columns: table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                text = table.Column<string>(nullable: false),
                salt = table.Column<string>(maxLength: 64, nullable: false),
                written_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_typed_answer", x => new { x.attempt_id, x.item_version_id });
                table.ForeignKey("FK_typed_answer_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_typed_answer_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "typed_mark",
            columns: table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                item_version_id = table.Column<Guid>(nullable: false),
                marker_id = table.Column<Guid>(nullable: false),
                mark = table.Column<int>(nullable: false),
                marked_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_typed_mark", x => new { x.attempt_id, x.item_version_id, x.marker_id });
                table.ForeignKey("FK_typed_mark_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_typed_mark_item_version_item_version_id", x => x.item_version_id, "item_version", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void AddRights(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "receipt",
            columns: table => new
            {
                attempt_id = table.Column<Guid>(nullable: false),
                code = table.Column<string>(maxLength: 64, nullable: false),
                answers = table.Column<int>(nullable: false),
                closed_at = table.Column<DateTime>(nullable: false),
                timed_out = table.Column<bool>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_receipt", x => x.attempt_id);
                table.ForeignKey("FK_receipt_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "candidate_request",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                asked_at = table.Column<DateTime>(nullable: false),
                due_on = table.Column<DateOnly>(nullable: false),
                text = table.Column<string>(nullable: true),
                state = table.Column<string>(maxLength: 32, nullable: false),
                decided_at = table.Column<DateTime>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                answer = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_candidate_request", x => x.id);
                table.ForeignKey("FK_candidate_request_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "monitoring_answer",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                campaign_id = table.Column<Guid>(nullable: false),
                subject = table.Column<string>(maxLength: 64, nullable: false),
                question = table.Column<string>(maxLength: 64, nullable: false),
                answer = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_monitoring_answer", x => x.id);
                table.ForeignKey("FK_monitoring_answer_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void AddHolds(MigrationBuilder migration) => migration.CreateTable(
        name: "legal_hold",
        columns: table => new
        {
            id = table.Column<Guid>(nullable: false),
            campaign_id = table.Column<Guid>(nullable: true),
            candidate_id = table.Column<Guid>(nullable: true),
            reason = table.Column<string>(nullable: false),
            set_at = table.Column<DateTime>(nullable: false),
            set_by = table.Column<Guid>(nullable: false),
            lifted_at = table.Column<DateTime>(nullable: true),
            lifted_by = table.Column<Guid>(nullable: true),
            lifted_because = table.Column<string>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_legal_hold", x => x.id);
            table.ForeignKey("FK_legal_hold_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_legal_hold_candidate_candidate_id", x => x.candidate_id, "candidate", "id", onDelete: ReferentialAction.Restrict);
        });

    private static void AddIndexes(MigrationBuilder migration)
    {
        migration.CreateIndex(name: "IX_heartbeat_beat_at", table: "heartbeat", column: "beat_at");
        migration.CreateIndex(name: "IX_outage_began_at", table: "outage", column: "began_at", unique: true);
        migration.CreateIndex(name: "IX_accommodation_request_state_due_on", table: "accommodation_request", columns: new[] { "state", "due_on" });
        migration.CreateIndex(name: "IX_accommodation_request_invitation_id", table: "accommodation_request", column: "invitation_id");
        migration.CreateIndex(name: "IX_typed_answer_item_version_id", table: "typed_answer", column: "item_version_id");
        migration.CreateIndex(name: "IX_typed_mark_item_version_id", table: "typed_mark", column: "item_version_id");
        migration.CreateIndex(name: "IX_receipt_code", table: "receipt", column: "code", unique: true);
        migration.CreateIndex(name: "IX_candidate_request_state_due_on", table: "candidate_request", columns: new[] { "state", "due_on" });
        migration.CreateIndex(name: "IX_candidate_request_invitation_id", table: "candidate_request", column: "invitation_id");
        migration.CreateIndex(name: "IX_monitoring_answer_subject_question", table: "monitoring_answer", columns: new[] { "subject", "question" }, unique: true);
        migration.CreateIndex(name: "IX_monitoring_answer_campaign_id", table: "monitoring_answer", column: "campaign_id");
        migration.CreateIndex(name: "IX_legal_hold_campaign_id", table: "legal_hold", column: "campaign_id");
        migration.CreateIndex(name: "IX_legal_hold_candidate_id", table: "legal_hold", column: "candidate_id");
    }
}
