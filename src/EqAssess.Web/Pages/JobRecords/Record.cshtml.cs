using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.JobRecords;

/// <summary>One version of a record: its tasks, what raters think of them, which domains rest on them, and what is next. Nobody's own ratings are on it.</summary>
public sealed class RecordModel(JobRecordWork work, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public JobRecordContent Record { get; private set; } = null!;

    /// <summary>The other versions of the same job, the newest first.</summary>
    public IReadOnlyList<JobRecordListed> Versions { get; private set; } = [];

    /// <summary>Links that were just minted. They are shown this once.</summary>
    public IReadOnlyList<FreshLink> Links { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public bool IsDue { get; private set; }

    /// <summary>What was typed and could not be taken over; null otherwise.</summary>
    public (string? JobTitle, string? Tasks)? Typed { get; private set; }

    /// <summary>What is next: the stage, or that nothing is missing any more.</summary>
    public string Next => Record.Row.Stage == JobRecordStage.Rating && Record.Shortfalls.Count == 0 ? "Ready" : Record.Row.Stage.ToString();

    public bool MayLink => MayEdit && Record.Row.Stage != JobRecordStage.Finished;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostTasksAsync([FromForm] string? jobTitle, [FromForm] string? tasks, CancellationToken cancellationToken) => ActAsync(async () =>
    {
        IReadOnlyList<JobRecordProblem>? problems = await work.Records.WriteAsync(Id, jobTitle, tasks);
        if (problems is null or [])
        {
            return Say(words[problems is null ? "JobRecord.NotMoved" : "JobRecord.Tasks.Said"]);
        }

        Typed = (jobTitle, tasks);
        Problems = [.. problems.Select(p => new FieldProblem(NewModel.FieldOf(p), words[$"JobRecordProblem.{p}"]))];
        return await ShowAsync(cancellationToken);
    });

    public Task<IActionResult> OnPostLinkAsync([FromForm] List<string> links) => ActAsync(async () =>
    {
        bool done = await work.Records.LinkAsync(Id, [.. links.Select(LinkOf).OfType<(Guid, string)>()]);
        return Say(words[done ? "JobRecord.Link.Said" : "JobRecord.NotMoved"]);
    });

    public Task<IActionResult> OnPostOpenAsync() => MoveAsync(() => work.Records.OpenAsync(Id), AuditService.JobRecordMovedOn, Id, words["JobRecord.Opened"]);

    public Task<IActionResult> OnPostReopenAsync() => MoveAsync(() => work.Records.ReopenAsync(Id), AuditService.JobRecordMovedOn, Id, words["JobRecord.Reopened"]);

    public Task<IActionResult> OnPostFinishAsync() =>
        MoveAsync(() => work.Records.FinishAsync(Id, User.StaffId()), AuditService.JobRecordFinished, Id, words["JobRecord.Finished"]);

    public Task<IActionResult> OnPostRevokeAsync([FromForm] Guid rater) =>
        MoveAsync(() => work.Raters.RevokeAsync(Id, rater), AuditService.RaterRevoked, rater, words["JobRecord.Revoked.Said"]);

    public Task<IActionResult> OnPostCopyAsync() => ActAsync(async () =>
    {
        if (await work.Records.CopyAsync(Id, User.StaffId()) is not Guid next)
        {
            return Say(words["JobRecord.NotMoved"]);
        }

        await audit.NoteAsync(User.StaffId(), AuditService.JobRecordBegun, next);
        return Redirect($"/job-records/{next}");
    });

    public Task<IActionResult> OnPostRatersAsync([FromForm] int count, CancellationToken cancellationToken) => ActAsync(async () =>
        await ShowLinksAsync(ModelState.IsValid ? await work.Raters.AddAsync(Id, count) : [], AuditService.RatersAdded, Id, cancellationToken));

    public Task<IActionResult> OnPostNewLinkAsync([FromForm] Guid rater, CancellationToken cancellationToken) => ActAsync(async () =>
        await ShowLinksAsync(await work.Raters.RenewAsync(Id, rater) is { } link ? [link] : [], AuditService.RaterLinkRenewed, rater, cancellationToken));

    /// <summary>A mean, or a dash where there is none.</summary>
    public string Number(double? value) => value?.ToString("0.0", words.Culture) ?? "–";

    private static (Guid, string)? LinkOf(string posted) =>
        posted.Split(':', 2) is [string task, string domain] && Guid.TryParse(task, out Guid id) ? (id, domain) : null;

    private Task<IActionResult> MoveAsync(Func<Task<bool>> act, string note, Guid subject, string said) => ActAsync(async () =>
    {
        bool done = await act();
        if (done)
        {
            await audit.NoteAsync(User.StaffId(), note, subject);
        }

        return Say(done ? said : words["JobRecord.NotMoved"]);
    });

    private async Task<IActionResult> ActAsync(Func<Task<IActionResult>> act)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditJobRecords)).Succeeded)
        {
            return Forbid();
        }

        return await work.Library.ExistsAsync(Id) ? await act() : NotFound();
    }

    private RedirectResult Say(string said)
    {
        Said = said;
        return Redirect($"/job-records/{Id}");
    }

    private async Task<IActionResult> ShowLinksAsync(IReadOnlyList<RaterLink> links, string note, Guid subject, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            return Say(words["JobRecord.NoLinks"]);
        }

        await audit.NoteAsync(User.StaffId(), note, subject);
        Links = [.. links.Select(l => new FreshLink(l.Number, $"{work.Site.Url}/r/{l.Token}"))];
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await work.Library.FindAsync(Id, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        Record = content;
        Versions = [.. (await work.Library.ListAsync(cancellationToken)).Where(l => l.Row.SeriesId == content.Row.SeriesId && l.Row.Id != Id)];
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditJobRecords)).Succeeded;
        IsDue = content.Row.Stage == JobRecordStage.Finished && !work.Library.IsCurrent(content.Row);
        return Page();
    }

    public sealed record FreshLink(int Number, string Address);
}
