using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Domain.Forms;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Forms;

/// <summary>Chooses scenarios and a time limit, and publishes them as a form.</summary>
public sealed class NewModel(BankLibrary library, FormPublishing publishing, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Bank { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int Minutes { get; set; } = 30;

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Bank Head { get; private set; } = null!;

    public IReadOnlyList<BankItem> Items { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<BankItem> ChosenItems => [.. Items.Where(i => Chosen.Contains(i.Version))];

    public int Words => ChosenItems.Sum(i => i.Item.Words);

    public int Choices => ChosenItems.Sum(i => ResponseFormats.Get(i.Item.Format).Choices(i.Item));

    public double ReadingMinutes => Words / TimeLimitRule.WordsPerMinute;

    public double ChoosingMinutes => Choices / TimeLimitRule.ChoicesPerMinute;

    public int LeastMinutes => (int)Math.Ceiling(TimeLimitRule.Least(ChosenItems.Select(i => i.Item)).TotalMinutes);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.GetFieldValidationState(nameof(Chosen)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        Problems = [.. Misfits()];
        if (act != "publish" || Problems.Count > 0)
        {
            return Page();
        }

        FormPublished published = await publishing.PublishAsync(
            new NewForm
            {
                Bank = Bank,
                Title = Title ?? "",
                TimeLimit = TimeSpan.FromMinutes(Math.Clamp(Minutes, 0, 100_000)),
                Items = [.. ChosenItems.Select(i => i.Version)],
                PublishedBy = User.StaffId(),
            },
            cancellationToken);
        if (published.FormVersion is Guid form)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.FormPublished, form);
            return Redirect($"/forms/{form}");
        }

        Problems = [.. published.Problems.Select(Worded)];
        return Page();
    }

    private IEnumerable<FieldProblem> Misfits()
    {
        if (!TypedLine.Fits(Title))
        {
            yield return new FieldProblem("title", words["Field.TooLong", TypedLine.LongestName]);
        }

        if (ModelState.GetFieldValidationState(nameof(Minutes)) == ModelValidationState.Invalid)
        {
            yield return new FieldProblem("minutes", words["FormProblem.NoMinutes"]);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            Head = await library.HeadAsync(Bank, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return false;
        }

        Items = [.. (await library.ItemsAsync(Bank, cancellationToken)).Where(i => i.Item.Use == ItemUse.Live)];
        return true;
    }

    private FieldProblem Worded(FormProblem problem) => problem switch
    {
        FormProblem.NoTitle => new FieldProblem("title", words["FormProblem.NoTitle"]),
        FormProblem.NoItems => new FieldProblem("sum", words["FormProblem.NoItems"]),
        FormProblem.TooLittleTime => new FieldProblem("minutes", words["FormProblem.TooLittleTime", LeastMinutes]),
        FormProblem.TooMuchTime few => new FieldProblem("minutes", words["FormProblem.TooMuchTime", (int)few.Longest.TotalMinutes]),
        FormProblem.NoKey => new FieldProblem("sum", words["FormProblem.NoKey"]),
        FormProblem.NotScorable not => new FieldProblem("sum", words["FormProblem.NotScorable", not.Problem]),
        FormProblem.PracticeItem p => new FieldProblem("sum", words["FormProblem.PracticeItem", p.ItemId]),
        FormProblem.NoPage n => new FieldProblem("sum", words["FormProblem.NoPage", n.ItemId, words[$"Format.{n.Format}"]]),
        FormProblem.ItemTwice t => new FieldProblem("sum", words["FormProblem.ItemTwice", t.ItemId]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
