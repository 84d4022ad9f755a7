using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Links;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Services;

namespace EqAssess.Web.Composition;

/// <summary>Services of what people go through: campaigns, invitations, attempts, adjustments, messages, what they are owed.</summary>
internal static class CandidateServices
{
    public static void AddCandidates(this IServiceCollection services)
    {
        services.AddCampaigns();
        services.AddInvitations();
        services.AddAttempts();
        services.AddMessages();
        services.AddAdjustments();
        services.AddRights();
    }

    private static void AddCampaigns(this IServiceCollection services)
    {
        services.AddScoped<CampaignService>();
        services.AddScoped<InvitationService>();
        services.AddScoped<CampaignOverview>();
        services.AddScoped<CampaignPlans>();
        services.AddScoped<CampaignVisibility>();
        services.AddScoped<CampaignPage>();
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

    private static void AddAttempts(this IServiceCollection services)
    {
        services.AddScoped<StartService>();
        services.AddScoped<TakePage>();
        services.AddScoped<AttemptService>();
    }

    private static void AddMessages(this IServiceCollection services)
    {
        services.AddScoped<MessageService>();
        services.AddScoped<MessageWriter>();
        services.AddSingleton<SmtpMailer>();
        services.AddSingleton<SiteAddress>();
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
        services.AddScoped<LinkPage>();
    }
}
