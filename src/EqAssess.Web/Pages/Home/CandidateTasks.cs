using System.Security.Claims;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Home;

/// <summary>Candidates who wait for an answer of a person, and written answers that wait for marks.</summary>
public sealed class CandidateTasks(CandidateRequests requests, MarkingService marking, StaffWords words) : HomeTasks
{
    public override string Policy => Policies.Requests;

    public override string Title => words["Home.Candidates"];

    public override string Calm => words["Home.Candidates.Calm"];

    public override async Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        OpenRequests open = await requests.CountAsync(cancellationToken);
        int toMark = (await marking.QueuesAsync(user.StaffId() ?? Guid.Empty, cancellationToken)).Sum(q => q.Mine);
        return
        [
            .. open.Earliest is DateOnly due ? [new HomeTask(words["Todo.Requests", open.Count], Due(open.Overdue, due), "/requests", words["Requests.Look"])] : Array.Empty<HomeTask>(),
            .. toMark > 0 ? [new HomeTask(words["Todo.Marking", toMark], words["Todo.Marking.Where"], "/marking", words["Todo.Marking.Do"])] : Array.Empty<HomeTask>(),
        ];
    }

    private string Due(int overdue, DateOnly earliest) => overdue > 0 ? words["Todo.Overdue", overdue] : words["Todo.Due", earliest];
}
