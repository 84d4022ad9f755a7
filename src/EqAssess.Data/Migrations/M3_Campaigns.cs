using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Campaigns, candidates, invitations and messages. No store types: each engine chooses its own.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000003_Campaigns")]
internal sealed class M3_Campaigns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "candidate",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 200, nullable: false),
                email = table.Column<string>(maxLength: 320, nullable: false),
                normalized_email = table.Column<string>(maxLength: 320, nullable: false),
                simulated = table.Column<bool>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                erased_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_candidate", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "kept_message",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                to = table.Column<string>(maxLength: 320, nullable: false),
                subject = table.Column<string>(maxLength: 200, nullable: false),
                body = table.Column<string>(nullable: false),
                sent_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_kept_message", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "campaign",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                job_title = table.Column<string>(maxLength: 200, nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                purpose = table.Column<string>(maxLength: 32, nullable: false),
                time_zone = table.Column<string>(maxLength: 100, nullable: false),
                opens_on = table.Column<DateOnly>(nullable: false),
                closes_on = table.Column<DateOnly>(nullable: false),
                closes_at = table.Column<DateTime>(nullable: false),
                opens_at = table.Column<DateTime>(nullable: false),
                contact = table.Column<string>(maxLength: 320, nullable: false),
                retention_months = table.Column<int>(nullable: false),
                seed = table.Column<int>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                demonstration = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_campaign", x => x.id);
                table.ForeignKey("FK_campaign_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "invitation",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                campaign_id = table.Column<Guid>(nullable: false),
                candidate_id = table.Column<Guid>(nullable: false),
                simulated = table.Column<bool>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                revoked_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitation", x => x.id);
                table.ForeignKey("FK_invitation_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_invitation_candidate_candidate_id", x => x.candidate_id, "candidate", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "invitation_link",
            columns: table => new
            {
                token_hash = table.Column<string>(maxLength: 64, nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                minted_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitation_link", x => x.token_hash);
                table.ForeignKey("FK_invitation_link_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "message",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                invitation_id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                slot = table.Column<int>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                state = table.Column<string>(maxLength: 32, nullable: false),
                due_at = table.Column<DateTime>(nullable: false),
                claimed_at = table.Column<DateTime>(nullable: true),
                sent_at = table.Column<DateTime>(nullable: true),
                tries = table.Column<int>(nullable: false),
                failure = table.Column<string>(maxLength: 200, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_message", x => x.id);
                table.ForeignKey("FK_message_invitation_invitation_id", x => x.invitation_id, "invitation", "id", onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(name: "IX_campaign_closes_at", table: "campaign", column: "closes_at");
        migrationBuilder.CreateIndex(name: "IX_campaign_form_version_id", table: "campaign", column: "form_version_id");
        migrationBuilder.CreateIndex(name: "IX_candidate_normalized_email", table: "candidate", column: "normalized_email", unique: true);
        migrationBuilder.CreateIndex(name: "IX_invitation_campaign_id_candidate_id", table: "invitation", columns: new[] { "campaign_id", "candidate_id" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_invitation_candidate_id", table: "invitation", column: "candidate_id");
        migrationBuilder.CreateIndex(name: "IX_invitation_link_invitation_id", table: "invitation_link", column: "invitation_id");
        migrationBuilder.CreateIndex(name: "IX_message_invitation_id_kind_slot", table: "message", columns: new[] { "invitation_id", "kind", "slot" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_message_state_due_at", table: "message", columns: new[] { "state", "due_at" });
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
