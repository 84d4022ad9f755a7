using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>An item version as a candidate will see it, with its facts, its life and what colleagues say. The key is folded away: a preview may be looked at over a shoulder.</summary>
public sealed class ItemModel(
    EqAssessDb db, BankLibrary library, ItemChecking checking, ItemDesk desk, ItemReview review, ItemComments comments, ItemHistory history, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Version { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ItemVersionRow Row { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public Bank Head { get; private set; } = null!;

    public KeyedItem? Key { get; private set; }

    public IReadOnlyList<BankProblem> Problems { get; private set; } = [];

    public IReadOnlyList<ItemRemark> Remarks { get; private set; } = [];

    public IReadOnlyList<PastVersion> Past { get; private set; } = [];

    public ItemUsage Usage { get; private set; } = new(0, 0, 0);

    /// <summary>Why the reader cannot approve the version; null where they can, or where nothing is to be approved.</summary>
    public ItemLifeRefusal? CannotApprove { get; private set; }

    public bool MayEdit { get; private set; }

    public string DomainTitle => Head.DomainOf(View.Item.Facet)?.Title ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Version, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Head = await library.HeadAsync(row.BankId, cancellationToken);
        Item item = ItemJson.Read(row.Content);
        View = new ItemView(item, null, item.Use, Head.Language);
        Key = await library.AuthorsKeyOfAsync(row, cancellationToken);
        Problems = await checking.ProblemsAsync(row.BankId, item, Key, cancellationToken);
        Remarks = await comments.OfAsync(row.BankId, row.ItemId, cancellationToken);
        Past = await history.VersionsAsync(row.BankId, row.ItemId, cancellationToken);
        Usage = (await history.UsageAsync(row.BankId, row.ItemId, cancellationToken)).GetValueOrDefault(row.ItemId, Usage);
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded;
        CannotApprove = row.Status == ItemStatus.InReview ? await review.WhyNotApproveAsync(row, User.StaffId() ?? Guid.Empty) : null;
        return Page();
    }

    public Task<IActionResult> OnPostStepAsync([FromForm] ItemStep step, [FromForm] string? note) => ActAsync(async (row, by) =>
    {
        if (step is not (ItemStep.Submitted or ItemStep.Returned or ItemStep.Approved or ItemStep.Retired))
        {
            return BadRequest();
        }

        Said = await review.StepAsync(row.Id, step, note, by) switch
        {
            ItemStepping.Done => words[$"Item.Done.{step}"],
            ItemStepping.Refused refused => words[$"Item.Refused.{refused.Why}"],
            ItemStepping.Unsound unsound => words["Item.Unsound", unsound.Problems.Count(p => p.Severity == ProblemSeverity.Error)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Redirect($"/banks/items/{row.Id}");
    });

    public Task<IActionResult> OnPostDraftAsync() => ActAsync(async (row, by) =>
        await desk.BeginFromAsync(row.Id, by) is Guid draft
            ? Redirect(await db.ItemVersions.AnyAsync(v => v.Id == draft && v.Status == ItemStatus.Draft) ? $"/banks/items/{draft}/edit" : $"/banks/items/{draft}")
            : NotFound());

    public Task<IActionResult> OnPostCommentAsync([FromForm] string? text) => ActAsync(async (row, by) =>
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            await comments.AddAsync(row, text, by);
        }

        return Redirect($"/banks/items/{row.Id}#comments");
    });

    public Task<IActionResult> OnPostResolveAsync([FromForm] Guid comment, [FromForm] bool resolved) => ActAsync(async (row, by) =>
    {
        await comments.ResolveAsync(row.BankId, comment, resolved, by);
        return Redirect($"/banks/items/{row.Id}#comments");
    });

    private async Task<IActionResult> ActAsync(Func<ItemVersionRow, Guid, Task<IActionResult>> act) =>
        !(await authorization.AuthorizeAsync(User, Policies.EditBanks)).Succeeded || User.StaffId() is not Guid by ? Forbid()
        : await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Version) is { } row ? await act(row, by)
        : NotFound();
}
