using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Pages.Take;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>Writes a draft: the text, the authors' key, and beside them the candidate's own page and the checks. Saves by itself where scripts run.</summary>
public sealed class EditModel(
    EqAssessDb db, BankLibrary library, ItemChecking checking, ItemDesk desk, ItemReview review, ItemEditors editors, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Version { get; set; }

    public ItemVersionRow Row { get; private set; } = null!;

    public Bank Head { get; private set; } = null!;

    public Item Item { get; private set; } = null!;

    public KeyedItem Key { get; private set; } = new([], []);

    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>The revision over which the page saves.</summary>
    public int Revision { get; private set; }

    /// <summary>Said above the fields after a save that did not go through.</summary>
    public string? Conflict { get; private set; }

    /// <summary>How the draft as it stands differs from what the writer has on this page.</summary>
    public IReadOnlyList<FieldChange> Theirs { get; private set; } = [];

    public DateTimeOffset? SavedAt { get; private set; }

    public ItemView View => new(Item, null, Item.Use, Head.Language);

    public IReadOnlyList<BankProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Row.Status != ItemStatus.Draft)
        {
            return Redirect($"/banks/items/{Version}");
        }

        Others = await editors.SeeAsync(Version, By);
        return await CheckedAsync(Page(), cancellationToken);
    }

    /// <summary>Without a script, and to send a draft to review.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int revision, [FromForm] string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Item stored = Item;
        KeyedItem storedKey = Key;
        (Item, Key) = DraftForm.Read(Request.Form, stored);
        switch (await desk.SaveAsync(Version, revision, Item, Key, By))
        {
            case DraftSaving.Saved saved:
                (Revision, SavedAt) = (saved.Revision, saved.At);
                break;
            case DraftSaving.Behind behind:
                Revision = behind.Revision;
                Conflict = words["Edit.Behind", await NameOfAsync(behind.By), behind.At.ToString("t", words.Culture)];
                Theirs = ItemDiff.Between(Item, Key, stored, storedKey);
                return await CheckedAsync(Page(), cancellationToken);
            default:
                return Redirect($"/banks/items/{Version}");
        }

        if (act != "submit")
        {
            return await CheckedAsync(Page(), cancellationToken);
        }

        switch (await review.StepAsync(Version, ItemStep.Submitted, null, By))
        {
            case ItemStepping.Unsound unsound:
                Conflict = words["Item.Unsound", unsound.Problems.Count(p => p.Severity == ProblemSeverity.Error)];
                return await CheckedAsync(Page(), cancellationToken);
            default:
                return Redirect($"/banks/items/{Version}");
        }
    }

    /// <summary>Saves what the script sends, and answers with the preview and the checks of it.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync([FromForm] int revision, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (Item, Key) = DraftForm.Read(Request.Form, Item);
        switch (await desk.SaveAsync(Version, revision, Item, Key, By))
        {
            case DraftSaving.Saved saved:
                (Revision, SavedAt) = (saved.Revision, saved.At);
                return await CheckedAsync(Partial("_Autosaved", this), cancellationToken);
            case DraftSaving.Behind behind:
                return Answer(StatusCodes.Status409Conflict, behind.Revision, words["Edit.Behind", await NameOfAsync(behind.By), behind.At.ToString("t", words.Culture)]);
            default:
                return Answer(StatusCodes.Status410Gone, Row.Revision, words["Edit.NoDraft"]);
        }
    }

    /// <summary>Says that the page is open, and learns who else has it open.</summary>
    public async Task<IActionResult> OnPostHereAsync(CancellationToken cancellationToken)
    {
        var row = await db.ItemVersions.AsNoTracking().Where(v => v.Id == Version).Select(v => new { v.Revision, v.Status }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return NotFound();
        }

        IReadOnlyList<string> others = await editors.SeeAsync(Version, By);
        return new JsonResult(new { row.Revision, draft = row.Status == ItemStatus.Draft, others = others.Count == 0 ? "" : words["Edit.Others", string.Join(", ", others)] });
    }

    private async Task<IActionResult> CheckedAsync(IActionResult shown, CancellationToken cancellationToken)
    {
        Problems = await checking.ProblemsAsync(Row.BankId, Item, Key, cancellationToken);
        return shown;
    }

    private Guid By => User.StaffId() ?? Guid.Empty;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Version, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        Head = await library.HeadAsync(row.BankId, cancellationToken);
        Item = ItemJson.Read(row.Content);
        Key = await library.AuthorsKeyOfAsync(row, cancellationToken) ?? Key;
        Revision = row.Revision;
        SavedAt = row.ChangedAt;
        return true;
    }

    private async Task<string> NameOfAsync(Guid staff) =>
        await db.Users.Where(u => u.Id == staff).Select(u => u.DisplayName).FirstOrDefaultAsync() ?? words["Comments.Gone"];

    private static JsonResult Answer(int status, int revision, string text) => new(new { revision, text }) { StatusCode = status };
}
