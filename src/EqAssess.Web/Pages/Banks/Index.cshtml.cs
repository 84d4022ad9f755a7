using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>The imported banks.</summary>
public sealed class IndexModel(EqAssessDb db, BankLibrary library, IAuthorizationService authorization) : PageModel
{
    public bool MayEdit { get; private set; }

    public IReadOnlyList<Listed> Banks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Banks.OrderBy(b => b.Title).Select(b => new
        {
            b.Id,
            b.Title,
            Live = db.ItemVersions.Count(i => i.BankId == b.Id && i.Current && i.Use == ItemUse.Live),
            Practice = db.ItemVersions.Count(i => i.BankId == b.Id && i.Current && i.Use == ItemUse.Practice),
        }).ToListAsync(cancellationToken);
        var listed = new List<Listed>();
        foreach (var row in rows)
        {
            Key? key = (await library.WholeKeyAsync(row.Id, cancellationToken))?.Key;
            listed.Add(new Listed(row.Id, row.Title, row.Live, row.Practice, key?.Version, key?.Status));
        }

        Banks = listed;
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded;
    }

    public sealed record Listed(Guid Id, string Title, int Live, int Practice, string? KeyLabel, KeyStatus? KeyStatus);
}
