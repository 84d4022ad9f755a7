using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Requests;

/// <summary>What candidates ask people for: what is overdue first.</summary>
public sealed class IndexModel(CandidateRequests requests) : PageModel
{
    private const int Most = 500;
    private const int MostDecided = 50;

    public IReadOnlyList<QueuedRequest> Open { get; private set; } = [];

    public IReadOnlyList<QueuedRequest> Decided { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await requests.QueueAsync(open: true, Most, cancellationToken);
        Decided = await requests.QueueAsync(open: false, MostDecided, cancellationToken);
    }
}
