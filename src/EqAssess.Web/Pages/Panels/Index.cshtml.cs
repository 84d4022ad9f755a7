using EqAssess.Data;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Panels;

/// <summary>The panels of each bank, newest first.</summary>
public sealed class IndexModel(EqAssessDb db, IAuthorizationService authorization) : PageModel
{
    public IReadOnlyList<OfBank> Banks { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditPanels)).Succeeded;
        var banks = await db.Banks.OrderBy(b => b.Title).Select(b => new { b.Id, b.Title }).ToListAsync(cancellationToken);
        var panels = await db.Panels.OrderByDescending(p => p.CreatedAt).Select(p => new
        {
            p.BankId,
            Listed = new Listed(
                p.Id,
                p.Title,
                p.Stage,
                p.Simulated,
                db.PanelItems.Count(i => i.PanelId == p.Id),
                db.PanelJudges.Count(j => j.PanelId == p.Id && j.RevokedAt == null),
                db.KeyVersions.Where(k => k.PanelId == p.Id).Select(k => k.Label).FirstOrDefault()),
        }).ToListAsync(cancellationToken);
        Banks = [.. banks.Select(b => new OfBank(b.Id, b.Title, [.. panels.Where(p => p.BankId == b.Id).Select(p => p.Listed)]))];
    }

    public sealed record OfBank(Guid Id, string Title, IReadOnlyList<Listed> Panels);

    /// <param name="Key">Version of the key that was published from it; null before.</param>
    public sealed record Listed(Guid Id, string Title, PanelStage Stage, bool Simulated, int Items, int Judges, string? Key);
}
