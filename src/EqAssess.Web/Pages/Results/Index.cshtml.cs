using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Results;

/// <summary>Scores beside their error; select one and the list says which differ reliably from it.</summary>
public sealed class IndexModel(CampaignPage campaigns, ResultsService service, BankLibrary banks, EqAssessDb db, AuditService audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Attempt to compare with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? With { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public CampaignResults Results { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> DomainTitles { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Percent that somebody reaches who rates at random.</summary>
    public double Chance => ChanceScore.Percent(Results.Plan);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.HeadAsync(Id, User, "results", cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        Results = await service.OfAsync(head.Summary.Row, With, cancellationToken);
        Guid bank = await db.FormVersions.Where(f => f.Id == head.Summary.Row.FormVersionId).Select(f => f.BankId).SingleAsync(cancellationToken);
        DomainTitles = (await banks.HeadAsync(bank, cancellationToken)).Domains.ToDictionary(d => d.Code, d => d.Title, StringComparer.Ordinal);
        await audit.NoteAsync(User.StaffId(), AuditService.ResultsViewed, Id);
        return Page();
    }
}
