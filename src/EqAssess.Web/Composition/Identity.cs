using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>Who may come in: staff through ASP.NET Core Identity, candidates through the session that their link opens.</summary>
internal static class Identity
{
    public static void AddStaffIdentity(this IServiceCollection services)
    {
        services.AddIdentity<StaffMember, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<EqAssessDb>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders();
        services.AddAuthentication().AddCookie(CandidateSession.Scheme).AddCookie(JudgeSession.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SiteOptions>>((cookie, site) =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/account/denied";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            PagesRegistration.Harden(cookie.Cookie, site.Value, "staff");
        });
        services.AddOptions<CookieAuthenticationOptions>(CandidateSession.Scheme).Configure<IOptions<SiteOptions>, IDataProtectionProvider>((cookie, site, keys) =>
        {
            // The purposes are those of the handler's own format, so that sessions which are under way stay what they are.
            cookie.TicketDataFormat = new RememberedTickets(new TicketDataFormat(
                keys.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", CandidateSession.Scheme, "v2")));
            cookie.LoginPath = "/take/link-needed";
            cookie.AccessDeniedPath = "/take/link-needed";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            PagesRegistration.Harden(cookie.Cookie, site.Value, "take");
            cookie.Events.OnRedirectToLogin = CandidateSession.AnswerScriptsWithProblemsAsync;
        });
        services.AddOptions<CookieAuthenticationOptions>(JudgeSession.Scheme).Configure<IOptions<SiteOptions>>((cookie, site) =>
        {
            cookie.LoginPath = "/judge/link-needed";
            cookie.AccessDeniedPath = "/judge/link-needed";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(90);
            cookie.SlidingExpiration = true;
            PagesRegistration.Harden(cookie.Cookie, site.Value, "judge");
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Staff, p => p.RequireAuthenticatedUser())
            .AddPolicy(Policies.Banks, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist, Roles.Auditor))
            .AddPolicy(Policies.EditBanks, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.EditForms, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.Campaigns, p => p.RequireRole(Roles.Recruiter, Roles.HrAdmin, Roles.Auditor))
            .AddPolicy(Policies.EditCampaigns, p => p.RequireRole(Roles.Recruiter, Roles.HrAdmin))
            .AddPolicy(Policies.Results, p => p.RequireRole(Roles.Recruiter, Roles.HrAdmin, Roles.Psychologist, Roles.Auditor))
            .AddPolicy(Policies.Accommodations, p => p.RequireRole(Roles.Accommodations))
            .AddPolicy(Policies.Monitoring, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist, Roles.Auditor))
            .AddPolicy(Policies.Marking, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.Administration, p => p.RequireRole(Roles.Administrator))
            .AddPolicy(Policies.Candidate, p => p.AddAuthenticationSchemes(CandidateSession.Scheme).RequireClaim(CandidateSession.AttemptClaim))
            .AddPolicy(Policies.EditPanels, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.EditJobRecords, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.EditScoring, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.Judge, p => p.AddAuthenticationSchemes(JudgeSession.Scheme).RequireClaim(JudgeSession.JudgeClaim))
            .AddPolicy(Policies.Requests, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.EditTemplates, p => p.RequireRole(Roles.HrAdmin))
            .AddPolicy(Policies.Insights, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist, Roles.Auditor))
            .AddPolicy(Policies.AskInsights, p => p.RequireRole(Roles.HrAdmin, Roles.Psychologist))
            .AddPolicy(Policies.AcceptEstimates, p => p.RequireRole(Roles.Psychologist))
            .AddPolicy(Policies.WriteFindings, p => p.RequireRole(Roles.Psychologist))
            .AddPolicy(Policies.People, p => p.RequireRole(Roles.HrAdmin))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
