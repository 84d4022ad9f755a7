using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Razor Pages: who may open which folder, forgery tokens, languages.</summary>
internal static class PagesRegistration
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Account");
            options.Conventions.AllowAnonymousToFolder("/Links");
            options.Conventions.AllowAnonymousToFolder("/Receipts");
            options.Conventions.AllowAnonymousToFolder("/Verify");
            options.Conventions.AllowAnonymousToPage("/Error");
            options.Conventions.AuthorizeFolder("/Take", Policies.Candidate);
            options.Conventions.AuthorizeFolder("/Judge", Policies.Judge);
            options.Conventions.AllowAnonymousToPage("/Judge/Link");
            options.Conventions.AllowAnonymousToPage("/Judge/Needed");
            options.Conventions.AuthorizeFolder("/Banks", Policies.Banks);
            options.Conventions.AuthorizePage("/Banks/Edit", Policies.EditBanks);
            options.Conventions.AuthorizePage("/Banks/Import", Policies.EditBanks);
            options.Conventions.AuthorizeFolder("/Forms", Policies.Banks);
            options.Conventions.AuthorizePage("/Forms/New", Policies.EditForms);
            options.Conventions.AuthorizePage("/Forms/Assemble", Policies.EditForms);
            options.Conventions.AuthorizeFolder("/Panels", Policies.Banks);
            options.Conventions.AuthorizePage("/Panels/New", Policies.EditPanels);
            options.Conventions.AuthorizeFolder("/JobRecords", Policies.Banks);
            options.Conventions.AuthorizePage("/JobRecords/New", Policies.EditJobRecords);
            options.Conventions.AllowAnonymousToFolder("/Raters");
            options.Conventions.AuthorizeFolder("/Rescoring", Policies.Banks);
            options.Conventions.AuthorizeFolder("/Norms", Policies.Banks);
            options.Conventions.AuthorizePage("/Norms/New", Policies.EditScoring);
            options.Conventions.AuthorizeFolder("/Validity", Policies.Banks);
            options.Conventions.AuthorizePage("/Validity/Import", Policies.EditScoring);
            options.Conventions.AuthorizeFolder("/Campaigns", Policies.Campaigns);
            options.Conventions.AuthorizePage("/Campaigns/New", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Invite", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Import", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Person", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Settings", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Share", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Campaigns/Close", Policies.EditCampaigns);
            options.Conventions.AuthorizePage("/Messages/Templates", Policies.EditTemplates);
            options.Conventions.AuthorizePage("/Messages/Template", Policies.EditTemplates);
            options.Conventions.AuthorizeFolder("/Results", Policies.Results);
            options.Conventions.AuthorizeFolder("/Monitoring", Policies.Monitoring);
            options.Conventions.AuthorizeFolder("/Manual", Policies.Banks);
            options.Conventions.AuthorizePage("/Campaigns/Hold", Policies.People);
            options.Conventions.AuthorizeFolder("/Candidates", Policies.People);
            options.Conventions.AuthorizeFolder("/Requests", Policies.Requests);
            options.Conventions.AuthorizeFolder("/Accommodations", Policies.Accommodations);
            options.Conventions.AuthorizeFolder("/Insights", Policies.Insights);
            options.Conventions.AuthorizeFolder("/Marking", Policies.Marking);
            options.Conventions.AuthorizeFolder("/Admin", Policies.Administration);
            options.Conventions.AuthorizeFolder("/Messages", Policies.Staff);
            options.Conventions.AuthorizePage("/Index", Policies.Staff);
        }).AddMvcOptions(options => options.Filters.Add<ReadableForms>());
        services.Configure<MvcOptions>(options => options.Filters.Add(new UnhandledMethods()));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<SiteOptions>>((options, site) => Harden(options.Cookie, site.Value, "said"));
        services.AddProblemDetails();
        services.AddOptions<RouteOptions>().Configure(o =>
        {
            o.LowercaseUrls = true;
            o.LowercaseQueryStrings = false;
        });
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Forgery-Token";
            options.FormFieldName = "forgeryToken";
        });
        services.AddSingleton<KnownForms>();
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((options, site) => Harden(options.Cookie, site.Value, "form"));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.GetCultureInfo("en-GB"));
            options.SupportedCultures = [CultureInfo.GetCultureInfo("en-GB")];
            options.SupportedUICultures = options.SupportedCultures;
        });
    }

    /// <summary>HttpOnly and Lax always; <c>__Host-</c> and Secure where the site is HTTPS.</summary>
    internal static void Harden(CookieBuilder cookie, SiteOptions site, string name)
    {
        cookie.Name = site.RequireHttps ? $"__Host-eqassess-{name}" : $"eqassess-{name}";
        cookie.SecurePolicy = site.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }
}
