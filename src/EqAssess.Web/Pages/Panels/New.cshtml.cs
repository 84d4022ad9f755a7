using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Panels;

/// <summary>Chooses what a panel rates and says what its judges are asked.</summary>
public sealed class NewModel(EqAssessDb db, BankLibrary library, PanelService panels, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Bank { get; set; }

    [BindProperty(SupportsGet = true)]
    public PanelFilter Only { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    /// <summary>Whether everything that is shown is chosen to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Instructions { get; set; }

    [BindProperty]
    public bool Simulated { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Bank Head { get; private set; } = null!;

    public IReadOnlyList<BankItem> Shown { get; private set; } = [];

    public IReadOnlyList<string> Formats { get; private set; } = [];

    /// <summary>Items that a key of a panel covers already, with the key's version.</summary>
    public IReadOnlyDictionary<Guid, string> Settled { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    private Key? AuthorsKey { get; set; }

    /// <summary>Contested principles that an item's key rests on.</summary>
    public IReadOnlyList<string> HangsOn(BankItem item) =>
        AuthorsKey?.Items.TryGetValue(item.Item.Id, out KeyedItem? keyed) == true ? keyed.HangsOn : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Instructions = words["NewPanel.Instructions.Default"];
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.GetFieldValidationState(nameof(Chosen)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        if (!TypedLine.Fits(Title))
        {
            Problems = [new FieldProblem("title", words["Field.TooLong", TypedLine.LongestName])];
            return Page();
        }

        PanelCreated created = await panels.CreateAsync(
            new NewPanel(Bank, Title ?? "", Instructions ?? "", [.. Shown.Select(i => i.Version).Where(Chosen.Contains)], Simulated, User.StaffId()), cancellationToken);
        if (created.Panel is Guid panel)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.PanelCreated, panel);
            return Redirect($"/panels/{panel}");
        }

        Problems = [.. created.Problems.Select(p => new FieldProblem(FieldOf(p), words[$"PanelProblem.{p}"]))];
        return Page();
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

        List<BankItem> live = [.. (await library.ItemsAsync(Bank, cancellationToken)).Where(i => i.Item.Use == ItemUse.Live)];
        Formats = [.. live.Select(i => i.Item.Format).Distinct()];
        AuthorsKey = await NewestOfAuthorsAsync(cancellationToken);
        Settled = (await (
            from cover in db.KeyCoverages
            join key in db.KeyVersions on cover.KeyVersionId equals key.Id
            where key.BankId == Bank && (key.Status == KeyStatus.Panel || key.Status == KeyStatus.Provisional)
            select new { cover.ItemVersionId, key.Label }).ToListAsync(cancellationToken))
            .GroupBy(c => c.ItemVersionId).ToDictionary(g => g.Key, g => g.Last().Label);
        Shown = [.. live.Where(Passes)];
        return true;
    }

    private async Task<Key?> NewestOfAuthorsAsync(CancellationToken cancellationToken)
    {
        string? content = await db.KeyVersions.Where(k => k.BankId == Bank && k.Status == KeyStatus.Draft)
            .OrderByDescending(k => k.CreatedAt).Select(k => k.Content).FirstOrDefaultAsync(cancellationToken);
        return content is null ? null : Data.BankFiles.KeyJson.Read(content);
    }

    private bool Passes(BankItem item) =>
        (string.IsNullOrEmpty(Domain) || item.Domain == Domain)
        && (string.IsNullOrEmpty(Format) || item.Item.Format == Format)
        && Only switch
        {
            PanelFilter.Contested => HangsOn(item).Count > 0,
            PanelFilter.Unsettled => !Settled.ContainsKey(item.Version),
            _ => true,
        };

    private static string FieldOf(PanelProblem problem) => problem switch
    {
        PanelProblem.NoTitle => "title",
        PanelProblem.NoInstructions or PanelProblem.LongInstructions => "instructions",
        _ => "items",
    };
}

/// <summary>Which items are offered. Worded in StaffWords.</summary>
public enum PanelFilter
{
    Everything,

    /// <summary>Items whose key hangs on a contested principle.</summary>
    Contested,

    /// <summary>Items that no key of a panel covers.</summary>
    Unsettled,
}
