using EqAssess.Web.Pages.JobRecords;
using EqAssess.Web.Pages.Panels;
using EqAssess.Web.Services;

namespace EqAssess.Web.Composition;

/// <summary>Services of what is measured with: banks, forms, panels, records of job-relatedness.</summary>
internal static class ContentServices
{
    public static void AddContent(this IServiceCollection services)
    {
        services.AddBanks();
        services.AddForms();
        services.AddPanels();
        services.AddJobRecords();
    }

    private static void AddBanks(this IServiceCollection services)
    {
        services.AddScoped<FormLibrary>();
        services.AddSingleton<FormCache>();
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
        services.AddScoped<ItemExperience>();
        services.AddScoped<BankExchange>();
        services.AddScoped<BankIntake>();
    }

    private static void AddForms(this IServiceCollection services)
    {
        services.AddScoped<FormMaking>();
        services.AddScoped<FormAssembling>();
        services.AddScoped<FormPublishing>();
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
}
