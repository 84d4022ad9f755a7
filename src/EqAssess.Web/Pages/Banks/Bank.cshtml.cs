using EqAssess.Domain.Banks;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Banks;

/// <summary>One bank: its key's status first, then its items.</summary>
public sealed class BankModel(BankLibrary library, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Bank Head { get; private set; } = null!;

    public StoredKey? Key { get; private set; }

    public IReadOnlyList<BankItem> Items { get; private set; } = [];

    public IReadOnlyList<BankItem> Live { get; private set; } = [];

    public bool MayEdit { get; private set; }

    /// <summary>Live items whose key hangs on a contested principle.</summary>
    public int Contested => Live.Count(i => Key?.Key.Items.TryGetValue(i.Item.Id, out var keyed) == true && keyed.HangsOn.Count > 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        try
        {
            Head = await library.HeadAsync(Id, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }

        Key = await library.CurrentKeyAsync(Id, cancellationToken);
        Items = await library.ItemsAsync(Id, cancellationToken);
        Live = [.. Items.Where(i => i.Item.Use == ItemUse.Live)];
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditForms)).Succeeded;
        return Page();
    }
}
