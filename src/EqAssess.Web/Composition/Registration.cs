using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Jobs;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Links;
using EqAssess.Web.Pages.Home;
using EqAssess.Web.Pages.Insights;
using EqAssess.Web.Pages.JobRecords;
using EqAssess.Web.Pages.Monitoring;
using EqAssess.Web.Pages.Panels;
using EqAssess.Web.Pages.Results;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using EqAssess.Web.Services.Manual;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Which services exist.</summary>
public static class Registration
{
    public static void AddEqAssess(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        IServiceCollection services = builder.Services;
        services.AddOptionsOf<SiteOptions>("Site");
        services.PostConfigure<SiteOptions>(site =>
        {
            string root = builder.Environment.ContentRootPath;
            site.DataFolder = Path.GetFullPath(builder.Configuration["EQASSESS_DATA"] ?? site.DataFolder, root);
            site.QuestionBanks = site.QuestionBanks.Length == 0 ? "" : Path.GetFullPath(site.QuestionBanks, root);
        });
        services.AddOptionsOf<DatabaseOptions>("Database");
        services.AddOptionsOf<MailOptions>("Mail");
        services.AddOptionsOf<DemonstrationOptions>("Demonstration");
        services.AddOptionsOf<ScoringOptions>("Scoring");
        services.AddOptionsOf<CampaignOptions>("Campaigns");
        services.AddOptionsOf<AttemptOptions>("Attempts");
        services.AddOptionsOf<PanelOptions>("Panels");
        services.AddOptionsOf<CandidateOptions>("Candidates");
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, RedactedLogs>());
        services.AddTime();
        services.AddDatabase();
        services.AddAreas();
        services.AddStaffIdentity();
        services.AddPages();
        services.AddLimits();
        services.AddCompression();
        services.AddOptionsOf<JobOptions>("Jobs");
        services.AddJobEngine(JobCatalogue.All);
        services.AddPdfEngine();
    }

    private static void AddOptionsOf<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    private static void AddTime(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SteadyClock(TimeProvider.System, provider.GetRequiredService<ILogger<SteadyClock>>()));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SteadyClock>());
        services.AddSingleton<SharedClock>();
        services.AddSingleton<OtherClocks>();
        services.AddSingleton<Pulse>();
        services.AddSingleton<StorageState>();
        services.AddHostedService<Heartbeats>();
        services.AddScoped<OutageService>();
        services.AddScoped<LostTime>();
    }

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddDbContextPool<EqAssessDb>((provider, options) =>
        {
            (DatabaseEngine engine, string connection) = DatabaseOf(provider);
            engine.ConfigureContext(options, connection);
        });
        services.AddSingleton(provider =>
        {
            (DatabaseEngine engine, string connection) = DatabaseOf(provider);
            return engine.OpenWriter(connection);
        });
        services.AddSingleton<AttemptHeads>();
        services.AddScoped<AttemptLedger>();
        services.AddDataProtection().SetApplicationName("EqAssess");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys(scopes));
    }

    internal static (DatabaseEngine Engine, string Connection) DatabaseOf(IServiceProvider provider)
    {
        DatabaseOptions database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        DatabaseEngine engine = DatabaseEngine.Get(database.Engine);
        return (engine, ConnectionString(database, engine, provider.GetRequiredService<IOptions<SiteOptions>>().Value));
    }

    private static string ConnectionString(DatabaseOptions database, DatabaseEngine engine, SiteOptions site)
    {
        if (database.ConnectionString.Length > 0)
        {
            return database.ConnectionString;
        }

        if (engine is not SqliteEngine)
        {
            throw new OptionsValidationException(
                "Database", typeof(DatabaseOptions), [$"Database:Engine is {engine.Name}, but Database:ConnectionString is empty. Say where the server is."]);
        }

        Directory.CreateDirectory(site.DataFolder);
        return $"Data Source={Path.Combine(site.DataFolder, "eqassess.db")}";
    }

    private static void AddAreas(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceFacts>();
        services.AddSingleton<FormCache>();
        services.AddScoped<FormLibrary>();
        services.AddScoped<BankLibrary>();
        services.AddScoped<BankImport>();
        services.AddSingleton<ItemCache>();
        services.AddScoped<ItemChecking>();
        services.AddScoped<ItemDesk>();
        services.AddScoped<ItemReview>();
        services.AddScoped<ItemPublishing>();
        services.AddScoped<ItemComments>();
        services.AddScoped<ItemEditors>();
        services.AddScoped<ItemHistory>();
        services.AddScoped<ItemList>();
        services.AddScoped<FormMaking>();
        services.AddScoped<FormAssembling>();
        services.AddScoped<ItemExperience>();
        services.AddScoped<BankExchange>();
        services.AddScoped<BankIntake>();
        services.AddScoped<FormPublishing>();
        services.AddScoped<CampaignService>();
        services.AddScoped<InvitationService>();
        services.AddScoped<CampaignOverview>();
        services.AddScoped<CampaignPlans>();
        services.AddScoped<CampaignVisibility>();
        services.AddScoped<StartService>();
        services.AddScoped<TakePage>();
        services.AddScoped<CampaignPage>();
        services.AddScoped<AttemptService>();
        services.AddScoped<ScoringService>();
        services.AddScoped<EstimateService>();
        services.AddScoped<ResultsService>();
        services.AddPapers();
        services.AddScoped<MessageService>();
        services.AddScoped<MessageWriter>();
        services.AddScoped<RetentionService>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<AuditService>();
        services.AddScoped<Installation>();
        services.AddScoped<Demonstration>();
        services.AddScoped<SimulatedCandidates>();
        services.AddDesk();
        services.AddPanels();
        services.AddInvitations();
        services.AddJobRecords();
        services.AddInsights();
        services.AddMeasurement();
        services.AddHome();
        services.AddRights();
        services.AddAdjustments();
        services.AddSingleton<SmtpMailer>();
        services.AddSingleton<SiteAddress>();
        services.AddScoped<CandidateWords>();
        services.AddScoped<StaffWords>();
        services.AddScoped<JudgeWords>();
    }

    private static void AddPapers(this IServiceCollection services)
    {
        services.AddScoped<ShownNames>();
        services.AddScoped<ReportedRuns>();
        services.AddScoped<ReportDocuments>();
        services.AddScoped<ReportService>();
        services.AddScoped<ReportDrawing>();
        services.AddScoped<ReportSeals>();
        services.AddScoped<ReportBatches>();
        services.AddScoped<ReportZip>();
        services.AddScoped<ResultsExport>();
    }

    private static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<Identities>();
        services.AddScoped<ResultsList>();
        services.AddScoped<DecisionRecord>();
        services.AddScoped<DecisionService>();
        services.AddScoped<Reopenings>();
        services.AddScoped<AnswerPatterns>();
        services.AddScoped<CaseNotes>();
        services.AddScoped<InterviewScores>();
        services.AddScoped<SavedViews>();
        services.AddScoped<ComparisonService>();
        services.AddScoped<CaseService>();
        services.AddScoped<ListActions>();
        services.AddScoped<CaseDesk>();
    }

    private static void AddInsights(this IServiceCollection services)
    {
        services.AddScoped<Leases>();
        services.AddScoped<FormSittings>();
        services.AddScoped<ScoringChoices>();
        services.AddScoped<InsightService>();
        services.AddScoped<ItemFindings>();
        services.AddScoped<InsightDrawing>();
        services.AddScoped<InsightPage>();
    }

    private static void AddInvitations(this IServiceCollection services)
    {
        services.AddScoped<InvitationChecks>();
        services.AddScoped<InvitationImports>();
        services.AddScoped<InvitationChanges>();
        services.AddScoped<InvitationList>();
        services.AddScoped<RetestService>();
        services.AddScoped<CandidateZones>();
        services.AddScoped<PersonMerges>();
        services.AddScoped<CampaignSettings>();
        services.AddScoped<CampaignSharing>();
        services.AddScoped<MessageTemplates>();
    }

    private static void AddRights(this IServiceCollection services)
    {
        services.AddScoped<ReceiptService>();
        services.AddScoped<FeedbackService>();
        services.AddScoped<FeedbackPapers>();
        services.AddScoped<OwnDataService>();
        services.AddScoped<OwnScores>();
        services.AddScoped<OwnCases>();
        services.AddScoped<CandidateRequests>();
        services.AddScoped<Withdrawals>();
        services.AddScoped<HoldService>();
        services.AddScoped<HoldPart>();
        services.AddScoped<ErasureService>();
        services.AddScoped<PersonalRows>();
        services.AddScoped<ErasedFiles>();
        services.AddScoped<MonitoringSubjects>();
        services.AddScoped<MonitoringService>();
        services.AddOptionsOf<MonitoringOptions>("Monitoring");
        services.AddScoped<GroupCountLibrary>();
        services.AddScoped<MonitoredCampaign>();
        services.AddScoped<PaperPrinting>();
        services.AddManual();
        services.AddScoped<LinkPage>();
    }

    /// <summary>Chapters of a technical manual, in their order.</summary>
    private static void AddManual(this IServiceCollection services)
    {
        services.AddScoped<TechnicalManual>();
        services.AddScoped<ManualChapter, PurposeChapter>();
        services.AddScoped<ManualChapter, LimitsChapter>();
        services.AddScoped<ManualChapter, JobChapter>();
        services.AddScoped<ManualChapter, ContentChapter>();
        services.AddScoped<ManualChapter, DevelopmentChapter>();
        services.AddScoped<ManualChapter, KeyChapter>();
        services.AddScoped<ManualChapter, PrecisionChapter>();
        services.AddScoped<ManualChapter, ObservedChapter>();
        services.AddScoped<ManualChapter, NormsChapter>();
        services.AddScoped<ManualChapter, ValidityChapter>();
        services.AddScoped<ManualChapter, FairnessChapter>();
        services.AddScoped<ManualChapter, ImpactChapter>();
        services.AddScoped<ManualChapter, AdjustmentsChapter>();
        services.AddScoped<ManualChapter, ChangesChapter>();
    }

    private static void AddAdjustments(this IServiceCollection services)
    {
        services.AddOptionsOf<AccommodationOptions>("Accommodations");
        services.AddScoped<Replacements>();
        services.AddScoped<AdjustmentRequests>();
        services.AddScoped<AccommodationDesk>();
        services.AddScoped<AccommodationService>();
        services.AddScoped<AdjustmentDecisions>();
        services.AddScoped<AdjustmentGrants>();
        services.AddScoped<DecisionText>();
        services.AddScoped<TypedAnswers>();
        services.AddScoped<AttemptScoring>();
        services.AddScoped<MarkingService>();
    }

    /// <summary>Sections of the first page, in their order.</summary>
    private static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<CampaignNeeds>();
        services.AddScoped<ContentNeeds>();
        services.AddScoped<HomePage>();
        services.AddScoped<HomeTasks, AdjustmentTasks>();
        services.AddScoped<HomeTasks, CandidateTasks>();
        services.AddScoped<HomeTasks, CampaignTasks>();
        services.AddScoped<HomeTasks, ContentTasks>();
        services.AddScoped<HomeTasks, InstallationTasks>();
    }

    private static void AddJobRecords(this IServiceCollection services)
    {
        services.AddScoped<JobRecordLibrary>();
        services.AddScoped<JobRecordService>();
        services.AddScoped<JobRecordGate>();
        services.AddScoped<JobRaterLinks>();
        services.AddScoped<JobRaterService>();
        services.AddScoped<SimulatedJobRecords>();
        services.AddScoped<JobRecordWork>();
    }

    /// <summary>Scoring anew, norm groups, outcomes.</summary>
    private static void AddMeasurement(this IServiceCollection services)
    {
        services.AddScoped<RescoringPlans>();
        services.AddScoped<RescoringPreviews>();
        services.AddScoped<Rescorings>();
        services.AddScoped<RescoringDecisions>();
        services.AddScoped<RescoringView>();
        services.AddScoped<SupersededScores>();
        services.AddScoped<NormMaking>();
        services.AddScoped<NormLibrary>();
        services.AddScoped<CampaignNorms>();
        services.AddScoped<OutcomeImports>();
        services.AddScoped<ValidityTables>();
    }

    private static void AddPanels(this IServiceCollection services)
    {
        services.AddScoped<PanelLibrary>();
        services.AddScoped<PanelService>();
        services.AddScoped<PanelPublishing>();
        services.AddScoped<JudgeService>();
        services.AddScoped<SimulatedJudges>();
        services.AddScoped<PanelWork>();
    }
}
