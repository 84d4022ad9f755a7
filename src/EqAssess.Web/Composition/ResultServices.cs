using EqAssess.Web.Pages.Insights;
using EqAssess.Web.Pages.Monitoring;
using EqAssess.Web.Pages.Results;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using EqAssess.Web.Services.Manual;

namespace EqAssess.Web.Composition;

/// <summary>Services of what is made from answers: scores, papers, decisions, statistics, fairness, the manual.</summary>
internal static class ResultServices
{
    public static void AddResults(this IServiceCollection services)
    {
        services.AddScoring();
        services.AddPapers();
        services.AddDesk();
        services.AddInsights();
        services.AddMeasurement();
        services.AddFairness();
        services.AddManual();
    }

    private static void AddScoring(this IServiceCollection services)
    {
        services.AddScoped<ScoringService>();
        services.AddScoped<EstimateService>();
        services.AddScoped<ResultsService>();
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
        services.AddScoped<InsightDrawing>();
        services.AddScoped<InsightPage>();
        services.AddScoped<ItemFindings>();
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

    private static void AddFairness(this IServiceCollection services)
    {
        services.AddOptionsOf<MonitoringOptions>("Monitoring");
        services.AddScoped<GroupCountLibrary>();
        services.AddScoped<MonitoredCampaign>();
        services.AddScoped<PaperPrinting>();
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
}
