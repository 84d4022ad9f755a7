using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Norm versions, proposals to score a campaign anew, and outcomes on the job.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000014_Norms")]
internal sealed class M14_Norms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>(name: "norm_version_id", table: "campaign", nullable: true);
        AddRescorings(migrationBuilder);
        AddNorms(migrationBuilder);
        AddOutcomes(migrationBuilder);
        migrationBuilder.RefuseChanges("norm_version", "norm_event");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddRescorings(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "rescoring",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                campaign_id = table.Column<Guid>(nullable: false),
                from_plan_id = table.Column<Guid>(nullable: false),
                plan = table.Column<string>(nullable: false),
                reason = table.Column<string>(nullable: false),
                proposed_by = table.Column<Guid>(nullable: false),
                proposed_at = table.Column<DateTime>(nullable: false),
                state = table.Column<string>(maxLength: 32, nullable: false),
                look = table.Column<int>(nullable: false),
                computed_at = table.Column<DateTime>(nullable: true),
                people = table.Column<int>(nullable: false),
                summary = table.Column<string>(nullable: true),
                decided_by = table.Column<Guid>(nullable: true),
                decided_at = table.Column<DateTime>(nullable: true),
                remark = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_rescoring", x => x.id);
                table.ForeignKey("FK_rescoring_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateTable(
            name: "rescoring_score",
            columns: table => new
            {
                rescoring_id = table.Column<Guid>(nullable: false),
                attempt_id = table.Column<Guid>(nullable: false),
                before = table.Column<double>(nullable: true),
                after = table.Column<double>(nullable: true),
                near_top_before = table.Column<bool>(nullable: false),
                near_top_after = table.Column<bool>(nullable: false),
                order_changes = table.Column<int>(nullable: false),
                flags_change = table.Column<bool>(nullable: false),
                feedback_changes = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_rescoring_score", x => new { x.rescoring_id, x.attempt_id });
                table.ForeignKey("FK_rescoring_score_attempt_attempt_id", x => x.attempt_id, "attempt", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_rescoring_score_rescoring_rescoring_id", x => x.rescoring_id, "rescoring", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_rescoring_campaign_id_proposed_at", "rescoring", ["campaign_id", "proposed_at"]);
        migration.CreateIndex("IX_rescoring_state", "rescoring", "state");
        migration.CreateIndex("IX_rescoring_score_attempt_id", "rescoring_score", "attempt_id");
    }

    private static void AddNorms(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "norm_version",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                scoring_sha256 = table.Column<string>(maxLength: 64, nullable: false),
                number = table.Column<int>(nullable: false),
                title = table.Column<string>(maxLength: 200, nullable: false),
                description = table.Column<string>(nullable: false),
                role_family = table.Column<string>(maxLength: 200, nullable: false),
                countries = table.Column<string>(nullable: false),
                source = table.Column<string>(maxLength: 32, nullable: false),
                persons = table.Column<int>(nullable: false),
                collected_from = table.Column<DateOnly>(nullable: false),
                collected_to = table.Column<DateOnly>(nullable: false),
                filter = table.Column<string>(nullable: false),
                transformation = table.Column<string>(maxLength: 32, nullable: false),
                scores = table.Column<string>(nullable: false),
                digest = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                created_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_norm_version", x => x.id);
                table.ForeignKey("FK_norm_version_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateTable(
            name: "norm_event",
            columns: table => new
            {
                norm_version_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                at = table.Column<DateTime>(nullable: false),
                by = table.Column<Guid>(nullable: true),
                note = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_norm_event", x => new { x.norm_version_id, x.kind });
                table.ForeignKey("FK_norm_event_norm_version_norm_version_id", x => x.norm_version_id, "norm_version", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_norm_version_form_version_id_number", "norm_version", ["form_version_id", "number"], unique: true);
    }

    private static void AddOutcomes(MigrationBuilder migration) =>
        migration.CreateTable(
            name: "outcome",
            columns: table => new
            {
                invitation_id = table.Column<Guid>(nullable: false),
                measure = table.Column<string>(maxLength: 32, nullable: false),
                measured_on = table.Column<DateOnly>(nullable: false),
                value = table.Column<double>(nullable: false),
                imported_at = table.Column<DateTime>(nullable: false),
                imported_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outcome", x => new { x.invitation_id, x.measure, x.measured_on });
                table.ForeignKey("FK_outcome_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });
}
