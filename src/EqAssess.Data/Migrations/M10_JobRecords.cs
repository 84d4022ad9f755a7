using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Job-relatedness records, and plans of one campaign that leave out the domains its record does not link.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000010_JobRecords")]
internal sealed class M10_JobRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>(name: "job_record_id", table: "campaign", nullable: true);
        migrationBuilder.AddColumn<Guid>(name: "campaign_id", table: "scoring_plan", nullable: true);
        AddRecords(migrationBuilder);
        AddRaters(migrationBuilder);
        migrationBuilder.CreateIndex(name: "IX_scoring_plan_campaign_id", table: "scoring_plan", column: "campaign_id");
        migrationBuilder.CreateIndex(name: "IX_job_record_series_id_number", table: "job_record", columns: new[] { "series_id", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_job_record_bank_id", table: "job_record", column: "bank_id");
        migrationBuilder.CreateIndex(name: "IX_job_task_job_record_id", table: "job_task", column: "job_record_id");
        migrationBuilder.CreateIndex(name: "IX_job_rater_token_hash", table: "job_rater", column: "token_hash", unique: true);
        migrationBuilder.CreateIndex(name: "IX_job_rater_job_record_id_number", table: "job_rater", columns: new[] { "job_record_id", "number" }, unique: true);
        migrationBuilder.CreateIndex(name: "IX_job_rating_job_task_id", table: "job_rating", column: "job_task_id");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

    private static void AddRecords(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "job_record",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                series_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                bank_id = table.Column<Guid>(nullable: false),
                job_title = table.Column<string>(maxLength: 200, nullable: false),
                stage = table.Column<string>(maxLength: 32, nullable: false),
                simulated = table.Column<bool>(nullable: false),
                created_by = table.Column<Guid>(nullable: true),
                created_at = table.Column<DateTime>(nullable: false),
                finished_at = table.Column<DateTime>(nullable: true),
                finished_by = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_record", x => x.id);
                table.ForeignKey("FK_job_record_bank_bank_id", x => x.bank_id, "bank", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "job_task",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                job_record_id = table.Column<Guid>(nullable: false),
                position = table.Column<int>(nullable: false),
                text = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_task", x => x.id);
                table.ForeignKey("FK_job_task_job_record_job_record_id", x => x.job_record_id, "job_record", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "job_task_link",
            columns: table => new
            {
                job_task_id = table.Column<Guid>(nullable: false),
                domain = table.Column<string>(maxLength: 64, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_task_link", x => new { x.job_task_id, x.domain });
                table.ForeignKey("FK_job_task_link_job_task_job_task_id", x => x.job_task_id, "job_task", "id", onDelete: ReferentialAction.Restrict);
            });
    }

    private static void AddRaters(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "job_rater",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                job_record_id = table.Column<Guid>(nullable: false),
                number = table.Column<int>(nullable: false),
                token_hash = table.Column<string>(maxLength: 64, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                role = table.Column<string>(maxLength: 64, nullable: true),
                done_at = table.Column<DateTime>(nullable: true),
                revoked_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_rater", x => x.id);
                table.ForeignKey("FK_job_rater_job_record_job_record_id", x => x.job_record_id, "job_record", "id", onDelete: ReferentialAction.Restrict);
            });

        migration.CreateTable(
            name: "job_rating",
            columns: table => new
            {
                job_rater_id = table.Column<Guid>(nullable: false),
                job_task_id = table.Column<Guid>(nullable: false),
                importance = table.Column<int>(nullable: true),
                frequency = table.Column<int>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_job_rating", x => new { x.job_rater_id, x.job_task_id });
                table.ForeignKey("FK_job_rating_job_rater_job_rater_id", x => x.job_rater_id, "job_rater", "id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_job_rating_job_task_job_task_id", x => x.job_task_id, "job_task", "id", onDelete: ReferentialAction.Restrict);
            });
    }
}
