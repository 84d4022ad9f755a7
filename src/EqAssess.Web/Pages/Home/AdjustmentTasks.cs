using System.Security.Claims;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Home;

/// <summary>Requests for adjustments, for those alone who decide them.</summary>
public sealed class AdjustmentTasks(AccommodationDesk desk, StaffWords words) : HomeTasks
{
    public override string Policy => Policies.Accommodations;

    public override string Title => words["Home.Adjustments"];

    public override string Calm => words["Home.Adjustments.Calm"];

    public override async Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        IReadOnlyList<RequestCase> open = await desk.OpenAsync(cancellationToken);
        int overdue = open.Count(c => c.Overdue);
        return open.Count == 0
            ? []
            : [new HomeTask(words["Todo.Adjustments", open.Count], overdue > 0 ? words["Todo.Overdue", overdue] : words["Todo.Due", open.Min(c => c.Request.DueOn)], "/accommodations", words["Requests.Look"])];
    }
}
