using EqAssess.Data;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Panels;

/// <summary>A panel with its judges and what is next. While a round runs it shows how far judges are, and no rating.</summary>
public sealed class PanelModel(
    EqAssessDb db,
    PanelWork work,
    AuditService audit,
    IAuthorizationService authorization,
    StaffWords words) : PageModel
{
    /// <summary>Judges that one press of the button simulates.</summary>
    public const int Simulants = 10;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public PanelContent Rated { get; private set; } = null!;

    public IReadOnlyList<JudgeProgress> Judges { get; private set; } = [];

    /// <summary>Links that were just minted. They are shown this once.</summary>
    public IReadOnlyList<FreshLink> Links { get; private set; } = [];

    public string? KeyLabel { get; private set; }

    public string? Warning { get; private set; }

    public bool MayEdit { get; private set; }

    public PanelThresholds Thresholds => work.Thresholds;

    /// <summary>Judges who were not taken out.</summary>
    public int Active => Judges.Count(j => j.Judge.RevokedAt is null);

    public int DoneOne => Judges.Count(j => j.Judge is { RevokedAt: null, RoundOneDoneAt: not null });

    public int DoneTwo => Judges.Count(j => j.Judge is { RevokedAt: null, RoundTwoDoneAt: not null });

    public bool MaySimulate => Rated.Row is { Simulated: true, Stage: PanelStage.Preparing } && Judges.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostJudgesAsync([FromForm] int count, CancellationToken cancellationToken) => ActAsync(async () =>
    {
        IReadOnlyList<JudgeLink> links = ModelState.IsValid ? await work.Panels.AddJudgesAsync(Id, count) : [];
        return await ShowLinksAsync(links, AuditService.JudgesAdded, Id, words["Panel.NoLinks"], cancellationToken);
    });

    public Task<IActionResult> OnPostNewLinkAsync([FromForm] Guid judge, CancellationToken cancellationToken) => ActAsync(async () =>
    {
        JudgeLink? link = await work.Panels.NewLinkAsync(Id, judge);
        return await ShowLinksAsync(link is null ? [] : [link], AuditService.JudgeLinkRenewed, judge, words["Panel.NoLinks"], cancellationToken);
    });

    public Task<IActionResult> OnPostRevokeAsync([FromForm] Guid judge) =>
        SayAsync(() => work.Panels.RevokeAsync(Id, judge), AuditService.JudgeRevoked, judge, words["Panel.Revoked.Said"]);

    public Task<IActionResult> OnPostAdvanceAsync([FromForm] PanelStage from) =>
        SayAsync(() => work.Panels.AdvanceAsync(Id, from), AuditService.PanelMovedOn, Id, words["Panel.Moved"]);

    public Task<IActionResult> OnPostSimulateAsync(CancellationToken cancellationToken) =>
        SayAsync(() => work.Simulated.RateAsync(Id, Simulants, cancellationToken), AuditService.PanelSimulated, Id, words["Panel.Simulate.Said", Simulants]);

    private Task<IActionResult> SayAsync(Func<Task<bool>> act, string note, Guid subject, string said) => ActAsync(async () =>
    {
        bool done = await act();
        if (done)
        {
            await audit.NoteAsync(User.StaffId(), note, subject);
        }

        Said = done ? said : words["Panel.NotMoved"];
        return Redirect($"/panels/{Id}");
    });

    private async Task<IActionResult> ActAsync(Func<Task<IActionResult>> act)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditPanels)).Succeeded)
        {
            return Forbid();
        }

        return await db.Panels.AnyAsync(p => p.Id == Id) ? await act() : NotFound();
    }

    private async Task<IActionResult> ShowLinksAsync(IReadOnlyList<JudgeLink> links, string note, Guid subject, string none, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            Said = none;
            return Redirect($"/panels/{Id}");
        }

        await audit.NoteAsync(User.StaffId(), note, subject);
        Links = [.. links.Select(l => new FreshLink(l.Number, $"{work.Site.Url}/j/{l.Token}"))];
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await work.Library.FindAsync(Id, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        Rated = content;
        Judges = await work.Library.JudgesAsync(Id, cancellationToken);
        KeyLabel = await db.KeyVersions.Where(k => k.PanelId == Id).Select(k => k.Label).SingleOrDefaultAsync(cancellationToken);
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditPanels)).Succeeded;
        Warning = content.Row.Stage switch
        {
            PanelStage.RoundOne when DoneOne < Thresholds.JudgesForProvisional => words["Panel.Warning.Few", DoneOne, Thresholds.JudgesForProvisional],
            PanelStage.RoundOne when DoneOne < Active => words["Panel.Warning.Unfinished", Active - DoneOne],
            PanelStage.RoundTwo when DoneTwo < Thresholds.JudgesForProvisional => words["Panel.Warning.Few", DoneTwo, Thresholds.JudgesForProvisional],
            PanelStage.RoundTwo when DoneTwo < DoneOne => words["Panel.Warning.Unfinished", DoneOne - DoneTwo],
            _ => null,
        };
        return Page();
    }

    public sealed record FreshLink(int Number, string Address);
}
