using EqAssess.Data.Tables;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EqAssess.Data;

/// <summary>The one model of all databases. Ids are version-7 GUIDs made by the application; instants are UTC.</summary>
public sealed class EqAssessDb(DbContextOptions<EqAssessDb> options) : IdentityDbContext<StaffMember, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<BankRow> Banks => Set<BankRow>();

    public DbSet<ItemVersionRow> ItemVersions => Set<ItemVersionRow>();

    public DbSet<KeyVersionRow> KeyVersions => Set<KeyVersionRow>();

    public DbSet<ItemVersionEvent> ItemVersionEvents => Set<ItemVersionEvent>();

    public DbSet<ItemDraftCopy> ItemDraftCopies => Set<ItemDraftCopy>();

    public DbSet<ItemComment> ItemComments => Set<ItemComment>();

    public DbSet<ItemEditor> ItemEditors => Set<ItemEditor>();

    public DbSet<BankUpload> BankUploads => Set<BankUpload>();

    public DbSet<KeyCoverage> KeyCoverages => Set<KeyCoverage>();

    public DbSet<PanelRow> Panels => Set<PanelRow>();

    public DbSet<PanelItem> PanelItems => Set<PanelItem>();

    public DbSet<PanelJudge> PanelJudges => Set<PanelJudge>();

    public DbSet<PanelRating> PanelRatings => Set<PanelRating>();

    public DbSet<PanelComment> PanelComments => Set<PanelComment>();

    public DbSet<FormVersionRow> FormVersions => Set<FormVersionRow>();

    public DbSet<FormItemRow> FormItems => Set<FormItemRow>();

    public DbSet<ScoringPlanRow> ScoringPlans => Set<ScoringPlanRow>();

    public DbSet<JobRecordRow> JobRecords => Set<JobRecordRow>();

    public DbSet<JobTask> JobTasks => Set<JobTask>();

    public DbSet<JobTaskLink> JobTaskLinks => Set<JobTaskLink>();

    public DbSet<JobRater> JobRaters => Set<JobRater>();

    public DbSet<JobRating> JobRatings => Set<JobRating>();

    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<CampaignAccess> CampaignAccesses => Set<CampaignAccess>();

    public DbSet<CandidateRow> Candidates => Set<CandidateRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<InvitationLink> InvitationLinks => Set<InvitationLink>();

    public DbSet<InvitationImport> InvitationImports => Set<InvitationImport>();

    public DbSet<InvitationImportRow> InvitationImportRows => Set<InvitationImportRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<AttemptLogEntry> AttemptLog => Set<AttemptLogEntry>();

    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();

    public DbSet<Outage> Outages => Set<Outage>();

    public DbSet<AccommodationRow> Accommodations => Set<AccommodationRow>();

    public DbSet<AccommodationRequest> AccommodationRequests => Set<AccommodationRequest>();

    public DbSet<TypedAnswer> TypedAnswers => Set<TypedAnswer>();

    public DbSet<TypedMark> TypedMarks => Set<TypedMark>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<CandidateRequest> CandidateRequests => Set<CandidateRequest>();

    public DbSet<MonitoringAnswer> MonitoringAnswers => Set<MonitoringAnswer>();

    public DbSet<SelectionSnapshotRow> SelectionSnapshots => Set<SelectionSnapshotRow>();

    public DbSet<FormFairnessRow> FormFairness => Set<FormFairnessRow>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<ScoreRun> ScoreRuns => Set<ScoreRun>();

    public DbSet<InsightRequest> InsightRequests => Set<InsightRequest>();

    public DbSet<InsightRow> Insights => Set<InsightRow>();

    public DbSet<ItemFinding> ItemFindings => Set<ItemFinding>();

    public DbSet<RescoringRow> Rescorings => Set<RescoringRow>();

    public DbSet<RescoringScore> RescoringScores => Set<RescoringScore>();

    public DbSet<NormVersionRow> NormVersions => Set<NormVersionRow>();

    public DbSet<NormEvent> NormEvents => Set<NormEvent>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<DecisionReason> DecisionReasons => Set<DecisionReason>();

    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();

    public DbSet<InterviewRow> Interviews => Set<InterviewRow>();

    public DbSet<InterviewScore> InterviewScores => Set<InterviewScore>();

    public DbSet<NameLook> NameLooks => Set<NameLook>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<AnswerPatternRow> AnswerPatterns => Set<AnswerPatternRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<MessageTemplate> MessageTemplates => Set<MessageTemplate>();

    public DbSet<KeptMessage> KeptMessages => Set<KeptMessage>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<ReportSubject> ReportSubjects => Set<ReportSubject>();

    public DbSet<ReportSeal> ReportSeals => Set<ReportSeal>();

    public DbSet<ReportBatch> ReportBatches => Set<ReportBatch>();

    public DbSet<ReportBatchItem> ReportBatchItems => Set<ReportBatchItem>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(EqAssessDb).Assembly);
        NameIdentityTables(builder);
        foreach (IMutableEntityType entity in builder.Model.GetEntityTypes())
        {
            foreach (IMutableProperty property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
                if (property.Name == "Id" && property.ClrType == typeof(Guid))
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    private static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<StaffMember>(t =>
        {
            t.ToTable("staff_member");
            t.Property(u => u.DisplayName).HasMaxLength(200);
            t.Property(u => u.PhoneNumber).HasMaxLength(64);
        });
        builder.Entity<IdentityRole<Guid>>().ToTable("staff_role");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("staff_member_role");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("staff_member_claim");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("staff_role_claim");
        builder.Entity<IdentityUserLogin<Guid>>(t =>
        {
            t.ToTable("staff_member_login");
            t.Property(l => l.LoginProvider).HasMaxLength(128);
            t.Property(l => l.ProviderKey).HasMaxLength(128);
        });
        builder.Entity<IdentityUserToken<Guid>>(t =>
        {
            t.ToTable("staff_member_token");
            t.Property(l => l.LoginProvider).HasMaxLength(128);
            t.Property(l => l.Name).HasMaxLength(128);
        });
    }
}
