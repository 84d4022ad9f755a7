using EqAssess.Domain.Monitoring;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Which groups would have reached a cut score in a campaign that is over: for planning the next one. It leads to no person and sets nothing.</summary>
public sealed class WhatIfModel(MonitoredCampaign campaigns) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The cut score in points; another than a step of five is taken down to one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Cut { get; set; } = 50;

    public CampaignHead Head { get; private set; } = null!;

    /// <summary>Questions with groups of ten or more; empty while the campaign runs.</summary>
    public IReadOnlyList<GroupTable> Questions { get; private set; } = [];

    public bool IsClosed => Head.Summary.State == CampaignState.Closed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.OpenAsync(Id, User, AuditService.SelectionRatesViewed, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Head = found.Head;
        Cut = Math.Clamp(Cut, 0, 100) / CutCounts.Step * CutCounts.Step;
        Questions = IsClosed ? [.. (found.Snapshot?.Questions ?? []).Where(q => q.Rows.Any(r => r.Cuts is not null))] : [];
        return Page();
    }
}
