using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Who sees a campaign, the plan that it is pinned to, and the order of equal scores.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000008_Desk")]
internal sealed class M8_Desk : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>(name: "plan_id", table: "campaign", nullable: true);

        // Until now every recruiter saw every campaign: those that exist stay as they were.
        migrationBuilder.AddColumn<bool>(name: "shared_with_all", table: "campaign", nullable: false, defaultValue: true);
        migrationBuilder.AddColumn<int>(name: "draw", table: "invitation", nullable: false, defaultValue: 0);
        migrationBuilder.CreateTable(
            name: "campaign_access",
            columns: table => new
            {
                campaign_id = table.Column<Guid>(nullable: false),
                staff_id = table.Column<Guid>(nullable: false),
                owner = table.Column<bool>(nullable: false),
                granted_at = table.Column<DateTime>(nullable: false),
                granted_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_campaign_access", x => new { x.campaign_id, x.staff_id });
                table.ForeignKey("FK_campaign_access_campaign_campaign_id", x => x.campaign_id, "campaign", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_campaign_access_staff_id", "campaign_access", "staff_id");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
