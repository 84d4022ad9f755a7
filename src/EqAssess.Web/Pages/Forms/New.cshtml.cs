using EqAssess.Web.Composition;
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

    /// <summary>Id of a form that the bank lists item by item; it is filled in, and gives its items their order.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public int Minutes { get; set; } = 30;

    /// <summary>As typed, see <see cref="SectionLines"/>.</summary>
    [BindProperty]
    public string? Sections { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Bank Head { get; private set; } = null!;

    public IReadOnlyList<BankItem> Items { get; private set; } = [];

    /// <summary>The key version to score by; null for the best that was made for all chosen scenarios.</summary>
    [BindProperty]
    public Guid? Key { get; set; }

    /// <summary>Those that were made for all chosen scenarios, the best evidence first.</summary>
    public IReadOnlyList<StoredKey> Keys { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>In the order of the list where there is one, what it does not name last; else in the order of the bank.</summary>
    public IReadOnlyList<BankItem> ChosenItems => [.. Items.Where(i => Chosen.Contains(i.Version)).OrderBy(i => PlaceOf(i.Item.Id))];

    public int Words => ChosenItems.Sum(i => i.Item.Words);

    public int Choices => ChosenItems.Sum(i => ResponseFormats.Get(i.Item.Format).Choices(i.Item));

    public double ReadingMinutes => Words / TimeLimitRule.WordsPerMinute;

    public double ChoosingMinutes => Choices / TimeLimitRule.ChoicesPerMinute;

    public int LeastMinutes => (int)Math.Ceiling(TimeLimitRule.Least(ChosenItems.Select(i => i.Item)).TotalMinutes);

    private FrozenForm? Listed => Head.Forms.FirstOrDefault(f => f.Id == List);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || (List is not null && Listed is null))
        {
            return NotFound();
        }

        if (Listed is FrozenForm list)
        {
            await FillAsync(list, cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.GetFieldValidationState(nameof(Chosen)) == ModelValidationState.Invalid || ModelState.GetFieldValidationState(nameof(Key)) == ModelValidationState.Invalid)
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
                Key = Key,
                Sections = SectionLines.Read(Sections, out _) ?? [],
            },
            cancellationToken);
        if (published.FormVersion is Guid form)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.FormPublished, form);
            return Redirect($"/forms/{form}");
        }

        Problems = [.. published.Problems.Select(p => p.Worded(words, LeastMinutes))];
        return Page();
    }

    private async Task FillAsync(FrozenForm list, CancellationToken cancellationToken)
    {
        Chosen = [.. Items.Where(i => list.Items.Contains(i.Item.Id)).Select(i => i.Version)];
        Title = list.Title;
        Minutes = list.Minutes ?? (int)Math.Ceiling(LeastMinutes / 5d) * 5;
        Sections = SectionLines.Write(list.Sections.Select(s => new FormSection(s.Title, s.Items, s.Minutes is int m ? TimeSpan.FromMinutes(m) : null)));
        Keys = await library.KeysForAsync(Bank, Chosen, cancellationToken);
        List<string> gone = [.. list.Items.Except(Items.Select(i => i.Item.Id), StringComparer.Ordinal)];
        Problems = gone.Count == 0 ? [] : [new FieldProblem("sum", words["NewForm.List.NotLive", string.Join(", ", gone)])];
    }

    private int PlaceOf(string item) => Listed?.Items.Index().Where(i => i.Item == item).Select(i => i.Index).FirstOrDefault(int.MaxValue) ?? 0;

    private IEnumerable<FieldProblem> Misfits()
    {
        if (!TypedLine.Fits(Title))
        {
            yield return new FieldProblem("title", words["Field.TooLong", TypedLine.LongestName]);
        }

        if (SectionLines.Read(Sections, out int line) is null)
        {
            yield return new FieldProblem("sections", words["FormProblem.SectionLine", line]);
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
        Keys = await library.KeysForAsync(Bank, [.. ChosenItems.Select(i => i.Version)], cancellationToken);
        return true;
    }
}
