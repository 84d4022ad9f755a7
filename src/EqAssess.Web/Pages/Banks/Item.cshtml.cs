using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>An item as a candidate will see it, with its facts beside it. The key is not shown: a preview may be looked at over a shoulder.</summary>
public sealed class ItemPreviewModel(EqAssessDb db, BankLibrary library) : PageModel
{
    public ItemView View { get; private set; } = null!;

    public Guid BankId { get; private set; }

    public string BankTitle { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string DomainTitle { get; private set; } = "";

    public int Number { get; private set; }

    public string? KeyLabel { get; private set; }

    public KeyStatus? KeyStatus { get; private set; }

    public IReadOnlyList<string> HangsOn { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid version, CancellationToken cancellationToken)
    {
        var row = await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == version, cancellationToken);
        if (row is null)
        {
            return NotFound();
        }

        Bank head = await library.HeadAsync(row.BankId, cancellationToken);
        Item item = ItemJson.Read(row.Content);
        View = new ItemView(item, null, item.Use);
        (BankId, BankTitle, Language, Number) = (row.BankId, head.Title, head.Language, row.Number);
        DomainTitle = head.DomainOf(item.Facet)?.Title ?? row.Domain;
        Key? key = (await library.CurrentKeyAsync(row.BankId, cancellationToken))?.Key;
        (KeyLabel, KeyStatus) = (key?.Version, key?.Status);
        HangsOn = key?.Items.TryGetValue(item.Id, out KeyedItem? keyed) == true ? keyed.HangsOn : [];
        return Page();
    }
}
