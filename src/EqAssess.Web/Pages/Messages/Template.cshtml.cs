using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Messages;

/// <summary>Edits one text, shows it as it would arrive, and sends it to whoever edits it.</summary>
public sealed class TemplateModel(MessageTemplates templates, AuditService audit, CandidateWords candidate, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>The text with a made-up person's values.</summary>
    public OutgoingMail Preview { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<MessageTemplate> Versions { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    private bool Exists => MessageText.Kinds.Contains(Kind) && MessageTemplates.Languages.Contains(Language);

    private MessageText Typed => new(Kind, (Subject ?? "").Trim(), (Body ?? "").ReplaceLineEndings("\n"));

    public async Task<IActionResult> OnGetAsync([FromQuery] int? version, CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return NotFound();
        }

        candidate.Culture = Languages.CultureOf(Language);
        MessageText text = await templates.CurrentAsync(Kind, candidate, cancellationToken);
        await ShowAsync(text, cancellationToken);
        if (Versions.FirstOrDefault(v => v.Version == version) is { } old)
        {
            await ShowAsync(old is { Subject: string subject, Body: string body } ? new MessageText(Kind, subject, body) : MessageText.Shipped(Kind, candidate), cancellationToken);
        }

        return Page();
    }

    /// <summary>Shows what was typed; nothing is kept.</summary>
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) => ActAsync(() => Task.FromResult<string?>(null), cancellationToken);

    public Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken) => ActAsync(
        async () => words[$"Template.Test.{(await templates.TestAsync(Preview, cancellationToken)).GetType().Name}", Preview.To], cancellationToken);

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken) => ActAsync(
        async () =>
        {
            if (!await templates.SaveAsync(Kind, Language, Typed, User.StaffId(), cancellationToken))
            {
                return words["Template.Meanwhile"];
            }

            await audit.NoteAsync(User.StaffId(), AuditService.TemplateChanged, User.StaffId()!.Value);
            return words["Template.Saved"];
        },
        cancellationToken);

    public async Task<IActionResult> OnPostOriginalAsync(CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return NotFound();
        }

        await templates.SaveAsync(Kind, Language, null, User.StaffId(), cancellationToken);
        await audit.NoteAsync(User.StaffId(), AuditService.TemplateChanged, User.StaffId()!.Value);
        Said = words["Template.Original.Done"];
        return Redirect($"/messages/templates/{Kind}/{Language}");
    }

    private async Task<IActionResult> ActAsync(Func<Task<string?>> act, CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return NotFound();
        }

        candidate.Culture = Languages.CultureOf(Language);
        Problems = [.. Typed.Problems().Select(p => new FieldProblem(
            p.Kind is TemplateProblemKind.BadSubject or TemplateProblemKind.LinkInSubject ? "subject" : "body",
            words[$"TemplateProblem.{p.Kind}", p.Kind == TemplateProblemKind.BadSubject ? MessageText.LongestSubject : p.Name]))];
        await ShowAsync(Typed, cancellationToken);
        if (Problems.Count == 0)
        {
            Said = await act();
            Versions = await templates.VersionsAsync(Kind, Language, cancellationToken);
        }

        return Page();
    }

    private async Task ShowAsync(MessageText text, CancellationToken cancellationToken)
    {
        (Subject, Body) = (text.Subject, text.Body);
        Preview = templates.Sample(text, User.Identity?.Name ?? "", User.FindFirst(StaffClaims.DisplayName)?.Value ?? "", candidate);
        Versions = await templates.VersionsAsync(Kind, Language, cancellationToken);
    }
}
