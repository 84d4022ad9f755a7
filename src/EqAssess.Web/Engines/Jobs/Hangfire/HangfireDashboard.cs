using EqAssess.Web.Composition;
using Hangfire;
using Hangfire.Dashboard;

namespace EqAssess.Web.Engines.Jobs.Hangfire;

/// <summary>Hangfire's own pages: for administrators, and for auditors to read. The site's policy on content holds for them too.</summary>
internal static class HangfireDashboard
{
    public const string Path = "/jobs";

    public const string Policy = "JobDashboard";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapHangfireDashboardWithAuthorizationPolicy(
        Policy,
        Path,
        new DashboardOptions
        {
            AppPath = "/admin/jobs",
            DashboardTitle = "EqAssess",
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = context => !context.GetHttpContext().User.IsInRole(Roles.Administrator),
        });
}
