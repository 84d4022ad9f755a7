using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Statistics that were asked for, and what was worked out.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000013_Insights")]
internal sealed class M13_Insights : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddRequests(migrationBuilder);
        AddInsights(migrationBuilder);
        migrationBuilder.RefuseChanges("insight_request", "insight");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddRequests(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "insight_request",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                kind = table.Column<string>(maxLength: 32, nullable: false),
                form_version_id = table.Column<Guid>(nullable: false),
                key_version_id = table.Column<Guid>(nullable: true),
                campaign_id = table.Column<Guid>(nullable: true),
                question = table.Column<string>(nullable: true),
                asked_at = table.Column<DateTime>(nullable: false),
                asked_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_insight_request", x => x.id);
                table.ForeignKey("FK_insight_request_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_insight_request_form_version_form_version_id", x => x.form_version_id, "form_version", "id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_insight_request_campaign_id_asked_at", "insight_request", ["campaign_id", "asked_at"]);
        migration.CreateIndex("IX_insight_request_form_version_id_kind_asked_at", "insight_request", ["form_version_id", "kind", "asked_at"]);
    }

    private static void AddInsights(MigrationBuilder migration) => migration.CreateTable(
        name: "insight",
        columns: table => new
        {
            id = table.Column<Guid>(nullable: false),
            definition = table.Column<string>(maxLength: 64, nullable: false),
            key_label = table.Column<string>(maxLength: 200, nullable: false),
            plan_id = table.Column<Guid>(nullable: true),
            attempts = table.Column<int>(nullable: false),
            closed = table.Column<int>(nullable: false),
            drawn_at = table.Column<DateTime>(nullable: false),
            took_milliseconds = table.Column<int>(nullable: false),
            content = table.Column<string>(nullable: false),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_insight", x => x.id);
            table.ForeignKey("FK_insight_insight_request_id", x => x.id, "insight_request", "id", onDelete: ReferentialAction.Restrict);
        });
}
