using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace EqAssess.Data.Migrations;

/// <summary>Staff accounts, the workspace, and what all nodes share. No store types: each engine chooses its own.</summary>
[DbContext(typeof(EqAssessDb))]
[Migration("20261122000001_Staff")]
internal sealed class M1_Staff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // A unique index of SQL Server takes NULL for a value; the other engines do not.
        bool onSqlServer = migrationBuilder.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer";
        migrationBuilder.CreateTable(
            name: "audit_log",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                at = table.Column<DateTime>(nullable: false),
                actor = table.Column<Guid>(nullable: true),
                act = table.Column<string>(maxLength: 64, nullable: false),
                subject = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_audit_log", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "data_protection_key",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                friendly_name = table.Column<string>(maxLength: 200, nullable: false),
                xml = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_data_protection_key", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "lease",
            columns: table => new
            {
                name = table.Column<string>(maxLength: 64, nullable: false),
                holder = table.Column<Guid>(nullable: false),
                until = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_lease", x => x.name);
            });

        migrationBuilder.CreateTable(
            name: "staff_invitation",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                token_hash = table.Column<string>(maxLength: 64, nullable: false),
                email = table.Column<string>(maxLength: 320, nullable: true),
                display_name = table.Column<string>(maxLength: 200, nullable: true),
                roles = table.Column<string>(maxLength: 200, nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
                expires_at = table.Column<DateTime>(nullable: false),
                used_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_invitation", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "staff_member",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                display_name = table.Column<string>(maxLength: 200, nullable: false),
                user_name = table.Column<string>(maxLength: 256, nullable: true),
                normalized_user_name = table.Column<string>(maxLength: 256, nullable: true),
                email = table.Column<string>(maxLength: 256, nullable: true),
                normalized_email = table.Column<string>(maxLength: 256, nullable: true),
                email_confirmed = table.Column<bool>(nullable: false),
                password_hash = table.Column<string>(nullable: true),
                security_stamp = table.Column<string>(nullable: true),
                concurrency_stamp = table.Column<string>(nullable: true),
                phone_number = table.Column<string>(maxLength: 64, nullable: true),
                phone_number_confirmed = table.Column<bool>(nullable: false),
                two_factor_enabled = table.Column<bool>(nullable: false),
                lockout_end = table.Column<DateTime>(nullable: true),
                lockout_enabled = table.Column<bool>(nullable: false),
                access_failed_count = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_member", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "staff_role",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                name = table.Column<string>(maxLength: 256, nullable: true),
                normalized_name = table.Column<string>(maxLength: 256, nullable: true),
                concurrency_stamp = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_role", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "workspace",
            columns: table => new
            {
                id = table.Column<Guid>(nullable: false),
                demonstration = table.Column<bool>(nullable: false),
                created_at = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_workspace", x => x.id);
            });

        migrationBuilder.CreateTable(
            name: "staff_member_claim",
            columns: table => new
            {
                id = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("SqlServer:Identity", "1, 1")
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                user_id = table.Column<Guid>(nullable: false),
                claim_type = table.Column<string>(nullable: true),
                claim_value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_member_claim", x => x.id);
                table.ForeignKey("FK_staff_member_claim_staff_member_user_id", x => x.user_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "staff_member_login",
            columns: table => new
            {
                login_provider = table.Column<string>(maxLength: 128, nullable: false),
                provider_key = table.Column<string>(maxLength: 128, nullable: false),
                provider_display_name = table.Column<string>(nullable: true),
                user_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_member_login", x => new { x.login_provider, x.provider_key });
                table.ForeignKey("FK_staff_member_login_staff_member_user_id", x => x.user_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "staff_member_token",
            columns: table => new
            {
                user_id = table.Column<Guid>(nullable: false),
                login_provider = table.Column<string>(maxLength: 128, nullable: false),
                name = table.Column<string>(maxLength: 128, nullable: false),
                value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_member_token", x => new { x.user_id, x.login_provider, x.name });
                table.ForeignKey("FK_staff_member_token_staff_member_user_id", x => x.user_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "staff_member_role",
            columns: table => new
            {
                user_id = table.Column<Guid>(nullable: false),
                role_id = table.Column<Guid>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_member_role", x => new { x.user_id, x.role_id });
                table.ForeignKey("FK_staff_member_role_staff_member_user_id", x => x.user_id, "staff_member", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_staff_member_role_staff_role_role_id", x => x.role_id, "staff_role", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "staff_role_claim",
            columns: table => new
            {
                id = table.Column<int>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("SqlServer:Identity", "1, 1")
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                role_id = table.Column<Guid>(nullable: false),
                claim_type = table.Column<string>(nullable: true),
                claim_value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_staff_role_claim", x => x.id);
                table.ForeignKey("FK_staff_role_claim_staff_role_role_id", x => x.role_id, "staff_role", "id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(name: "IX_audit_log_subject_at", table: "audit_log", columns: new[] { "subject", "at" });
        migrationBuilder.CreateIndex(name: "IX_staff_invitation_token_hash", table: "staff_invitation", column: "token_hash", unique: true);
        migrationBuilder.CreateIndex(name: "EmailIndex", table: "staff_member", column: "normalized_email");
        migrationBuilder.CreateIndex(name: "UserNameIndex", table: "staff_member", column: "normalized_user_name", unique: true, filter: onSqlServer ? "[normalized_user_name] IS NOT NULL" : null);
        migrationBuilder.CreateIndex(name: "IX_staff_member_claim_user_id", table: "staff_member_claim", column: "user_id");
        migrationBuilder.CreateIndex(name: "IX_staff_member_login_user_id", table: "staff_member_login", column: "user_id");
        migrationBuilder.CreateIndex(name: "IX_staff_member_role_role_id", table: "staff_member_role", column: "role_id");
        migrationBuilder.CreateIndex(name: "RoleNameIndex", table: "staff_role", column: "normalized_name", unique: true, filter: onSqlServer ? "[normalized_name] IS NOT NULL" : null);
        migrationBuilder.CreateIndex(name: "IX_staff_role_claim_role_id", table: "staff_role_claim", column: "role_id");

        migrationBuilder.RefuseChanges("audit_log");
    }

    // Without a version, SQL Server's generator filters every unique index as EF Core 1 did.
    protected override void BuildTargetModel(ModelBuilder modelBuilder) => modelBuilder.HasAnnotation("ProductVersion", "10.0.0");
}
