using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Banks;

/// <summary>One bank: its key's status, and its items as somebody looks for them.</summary>
public sealed class BankModel(
    BankLibrary library, ItemList items, ItemDesk desk, ItemReview review, ItemPublishing publishing, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    /// <summary>Items on one page of the list.</summary>
    public const int PageSize = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ItemFilter Filter { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Bank Head { get; private set; } = null!;

    public StoredKey? Key { get; private set; }

    public IReadOnlyList<ListedItem> All { get; private set; } = [];

    public IReadOnlyList<ListedItem> Found { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public IEnumerable<ListedItem> Shown => Found.Skip((Math.Max(Filter.Sheet, 1) - 1) * PageSize).Take(PageSize);

    public int Sheets => (Found.Count + PageSize - 1) / PageSize;

    /// <summary>Item versions that wait to be published.</summary>
    public IReadOnlyList<ListedItem> Approved => [.. All.Where(i => i.Status == ItemStatus.Approved)];

    /// <summary>Item versions in review that the reader did not write in.</summary>
    public IReadOnlyList<ListedItem> ForMe { get; private set; } = [];

    /// <summary>Whether all that wait are ticked to begin with: for a bank that was reviewed as a whole where its files are kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Tick { get; set; }

    public int Live => All.Count(i => i.Item.Use == ItemUse.Live && (i.Status == ItemStatus.Live || i.AlsoLive));

    public int Practice => All.Count(i => i.Item.Use == ItemUse.Practice && (i.Status == ItemStatus.Live || i.AlsoLive));

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

        Key = await library.WholeKeyAsync(Id, cancellationToken);
        All = await items.AllAsync(Id, cancellationToken);
        Found = [.. All.Where(Filter.Matches)];
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded;
        HashSet<Guid> approvable = MayEdit ? [.. await review.ApprovableAsync(Id, User.StaffId() ?? Guid.Empty)] : [];
        ForMe = [.. All.Where(i => approvable.Contains(i.Version))];
        return Page();
    }

    public async Task<IActionResult> OnPostApproveAsync([FromForm] Guid[] version)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded)
        {
            return Forbid();
        }

        HashSet<Guid> approvable = [.. await review.ApprovableAsync(Id, User.StaffId() ?? Guid.Empty)];
        int approved = 0;
        foreach (Guid one in version.Where(approvable.Contains))
        {
            approved += await review.StepAsync(one, ItemStep.Approved, null, User.StaffId() ?? Guid.Empty) is ItemStepping.Done ? 1 : 0;
        }

        Said = words["Bank.Approved", approved, version.Length - approved];
        return Redirect($"/banks/{Id}");
    }

    public async Task<IActionResult> OnPostNewAsync([FromForm] string? title, [FromForm] string? format)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded)
        {
            return Forbid();
        }

        if (!await library.ExistsAsync(Id))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(title) || !TypedLine.Fits(title) || ResponseFormats.Find(format ?? "") is null)
        {
            Said = words["Bank.New.Title.Missing"];
            return Redirect($"/banks/{Id}");
        }

        Guid draft = await desk.BeginAsync(Id, title, format!, User.StaffId() ?? Guid.Empty);
        return Redirect($"/banks/items/{draft}/edit");
    }

    public async Task<IActionResult> OnPostPublishAsync([FromForm] Guid[] version)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded)
        {
            return Forbid();
        }

        ItemsPublished done = await publishing.PublishAsync(Id, version, User.StaffId() ?? Guid.Empty);
        if (done.Items > 0)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.ItemsPublished, Id);
        }

        Said = done.Items == 0 ? words["Bank.Published.None"] : done.Key is null ? words["Bank.Published", done.Items] : words["Bank.Published.Key", done.Items, done.Key];
        return Redirect($"/banks/{Id}");
    }
}
