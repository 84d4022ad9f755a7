using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Reminder plans, lists of people to invite, people under two addresses, and texts of messages that were edited.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000009_Invitations")]
internal sealed class M9_Invitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "reminder_slots", table: "campaign", maxLength: 100, nullable: false, defaultValue: "48 24");
        migrationBuilder.AddColumn<int>(name: "reminder_cap", table: "campaign", nullable: false, defaultValue: 3);
        migrationBuilder.AddColumn<int>(name: "quiet_from", table: "campaign", nullable: false, defaultValue: 21);
        migrationBuilder.AddColumn<int>(name: "quiet_until", table: "campaign", nullable: false, defaultValue: 8);
        migrationBuilder.AddColumn<string>(name: "zone", table: "candidate", maxLength: 100, nullable: true);
        migrationBuilder.AddColumn<Guid>(name: "merged_into_id", table: "candidate", nullable: true);
        migrationBuilder.AddColumn<DateTime>(name: "extended_until", table: "invitation", nullable: true);
        migrationBuilder.CreateIndex("IX_candidate_merged_into_id", "candidate", "merged_into_id");
        AddImports(migrationBuilder);
        migrationBuilder.CreateTable(
            name: "message_template",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 64, nullable: false),
                language = table.Column<string>(maxLength: 64, nullable: false),
                version = table.Column<int>(nullable: false),
                subject = table.Column<string>(maxLength: 200, nullable: true),
                body = table.Column<string>(nullable: true),
                created_at = table.Column<DateTime>(nullable: false),
                created_by = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_message_template", x => x.id));
        migrationBuilder.CreateIndex("IX_message_template_kind_language_version", "message_template", ["kind", "language", "version"], unique: true);
        migrationBuilder.RefuseChanges("message_template");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddImports(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "invitation_import",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                campaign_id = table.Column<Guid>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                created_by = table.Column<Guid>(nullable: true),
                state = table.Column<string>(maxLength: 32, nullable: false),
                rows = table.Column<int>(nullable: false),
                done = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitation_import", x => x.id);
                table.ForeignKey("FK_invitation_import_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_invitation_import_campaign_id", "invitation_import", "campaign_id");
        migrationBuilder.CreateIndex("IX_invitation_import_state", "invitation_import", "state");
        migrationBuilder.CreateTable(
            name: "invitation_import_row",
            columns: table => new
            {
                import_id = table.Column<Guid>(nullable: false),
                sequence = table.Column<int>(nullable: false),
                number = table.Column<int>(nullable: false),
                name = table.Column<string>(maxLength: 320, nullable: false),
                address = table.Column<string>(maxLength: 320, nullable: false),
                normalized_address = table.Column<string>(maxLength: 320, nullable: false),
                unreadable = table.Column<string>(maxLength: 32, nullable: true),
                expected = table.Column<string>(maxLength: 32, nullable: true),
                warning = table.Column<string>(maxLength: 32, nullable: true),
                note = table.Column<string>(maxLength: 200, nullable: true),
                outcome = table.Column<string>(maxLength: 32, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_invitation_import_row", x => new { x.import_id, x.sequence });
                table.ForeignKey("FK_invitation_import_row_invitation_import_import_id", x => x.import_id, "invitation_import", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_invitation_import_row_normalized_address_import_id", "invitation_import_row", ["normalized_address", "import_id"]);
    }
}
