using EqAssess.Web.Composition;
using System.Globalization;
using System.Security.Cryptography;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Forms;

/// <summary>Assembles parallel forms from a blueprint: fields, then a preview with its report, then all of them published or none.</summary>
public sealed class AssembleModel(BankLibrary library, FormAssembling assembling, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Bank { get; set; }

    public Bank Head { get; private set; } = null!;

    public IReadOnlyList<BankItem> Live { get; private set; } = [];

    /// <summary>Live items and approved ones that are not live yet.</summary>
    public IReadOnlyList<BankItem> Triable { get; private set; } = [];

    public IReadOnlyList<StoredKey> Keys { get; private set; } = [];

    public BlueprintFields Fields { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public Guid? Key { get; private set; }

    public long Seed { get; private set; }

    /// <summary>Null before something was previewed.</summary>
    public FormPreview? Preview { get; private set; }

    public AssemblyResult.Assembled? Made => Preview?.Result as AssemblyResult.Assembled;

    public AssemblyResult.NotPossible? NotPossible => Preview?.Result as AssemblyResult.NotPossible;

    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? blueprint, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Fields = BlueprintFields.Of(Head.Blueprints.FirstOrDefault(b => b.Id == blueprint) ?? Head.Blueprints.FirstOrDefault() ?? BlueprintFields.Default(Head));
        Seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] string? digest, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Fields = BlueprintFields.Posted(Request.Form);
        var problems = new List<FieldProblem>();
        Blueprint blueprint = Fields.Read(Head, words, problems);
        ReadSeedAndKey(problems);
        Problems = problems;
        if (problems.Count > 0)
        {
            return Page();
        }

        Preview = await assembling.PreviewAsync(new AssemblyRequest(Bank, blueprint, Key, Seed), cancellationToken);
        if (Preview is null)
        {
            Problems = [new FieldProblem("key", words["FormProblem.NoKey"])];
            return Page();
        }

        return act == "publish" && Made is { } made ? await PublishAsync(Preview, made, digest, cancellationToken) : Page();
    }

    public Item ItemOf(string id) => Preview!.Items[id].Item;

    private async Task<IActionResult> PublishAsync(FormPreview preview, AssemblyResult.Assembled made, string? digest, CancellationToken cancellationToken)
    {
        if (preview.DigestOf(made) != digest)
        {
            Changed = true;
            return Page();
        }

        FormsPublished published = await assembling.PublishAsync(preview, made, User.StaffId(), cancellationToken);
        foreach (Guid form in published.FormVersions)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.FormPublished, form);
        }

        if (published.FormVersions.Count > 0)
        {
            return Redirect(published.FormVersions.Count == 1 ? $"/forms/{published.FormVersions[0]}" : "/forms");
        }

        Problems = [.. published.Problems.Distinct().Select(p => p.Worded(words, (int)Math.Ceiling(made.Forms.Max(f => f.Facts.LeastMinutes))))];
        return Page();
    }

    private void ReadSeedAndKey(List<FieldProblem> problems)
    {
        if (long.TryParse(Fields["seed"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed))
        {
            Seed = seed;
        }
        else
        {
            problems.Add(new FieldProblem("seed", words["Assemble.NotWhole", Fields["seed"]]));
        }

        Key = Guid.TryParse(Fields["key"], out Guid key) ? key : null;
        if (!TypedLine.Fits(Fields["title"], TypedLine.LongestName - 2))
        {
            problems.Add(new FieldProblem("title", words["Field.TooLong", TypedLine.LongestName - 2]));
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

        Live = [.. (await library.ItemsAsync(Bank, cancellationToken)).Where(i => i.Item.Use == ItemUse.Live)];
        Triable = [.. Live, .. (await library.ApprovedAsync(Bank, cancellationToken)).Where(a => Live.All(l => l.Item.Id != a.Item.Id))];
        Keys = await library.KeysForAsync(Bank, [], cancellationToken);
        return true;
    }
}
