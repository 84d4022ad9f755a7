using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Marking;

/// <summary>Scenarios with written answers that wait for marks.</summary>
public sealed class IndexModel(MarkingService marking) : PageModel
{
    public IReadOnlyList<MarkingQueue> Queues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Queues = await marking.QueuesAsync(User.StaffId() ?? Guid.Empty, cancellationToken);
}
