using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>One person in one campaign: what is known with its error, what people wrote and said, and the decision of somebody who has read the report.</summary>
public sealed class PersonModel(
    CampaignPage campaigns, CaseService cases, DecisionService decisions, CaseDesk desk, AuditService audit, IAuthorizationService authorization, StaffWords words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>From the address alone: no field of a form makes one person's decision another's.</summary>
    [FromRoute]
    public Guid Invitation { get; set; }

    [BindProperty(Name = "")]
    public CaseForms Forms { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    public ApplicationCase Case { get; private set; } = null!;

    /// <summary>Whether the reader decides, writes and interviews; otherwise they read.</summary>
    public bool MayAct { get; private set; }

    /// <summary>Whether the reader has opened the report that the campaign shows; true where there is none.</summary>
    public bool HasRead { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    private CampaignRow Campaign => Head.Summary.Row;

    private Guid Reader => User.StaffId()!.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(Reader, AuditService.ApplicationViewed, Invitation);
        return Page();
    }

    public Task<IActionResult> OnPostDecideAsync(CancellationToken cancellationToken) => ActAsync(
        async () => await decisions.DecideAsync(Campaign, new NewDecision(Invitation, Forms.Outcome, Forms.Reason, Reader, Forms.Seen), cancellationToken) switch
        {
            DecisionTaken.Done => Well(words["Decision.Done"]),
            DecisionTaken.Meanwhile meanwhile => new FieldProblem(
                "outcome", words["Decision.Meanwhile", meanwhile.Last.By ?? words["Decision.Server"], words[$"Decision.{meanwhile.Last.Outcome}"]]),
            DecisionTaken.Refused refused => new FieldProblem(
                refused.Reason == DecisionRefusal.NoReason ? "reason" : "outcome", words[$"Decision.Refused.{refused.Reason}", DecisionService.LongestReason]),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken) => ActAsync(
        async () => await desk.WriteAsync(Invitation, Reader, Forms.Note) ? Well(words["Notes.Done"]) : new FieldProblem("note", words["Notes.NoText", CaseNotes.LongestText]),
        cancellationToken);

    public Task<IActionResult> OnPostInterviewAsync(CancellationToken cancellationToken) => ActAsync(
        async () => Forms.Given(Case.Domains) is not { Count: > 0 } given ? new FieldProblem("interview", words["Interview.NoScore"])
            : await desk.GiveAsync(Invitation, Reader, given) ? Well(words["Interview.Done"])
            : new FieldProblem("interview", words["Interview.NotTaken"]),
        cancellationToken);

    public Task<IActionResult> OnPostReadAlongAsync(CancellationToken cancellationToken) => ActAsync(
        async () => await desk.GiveAsync(Invitation, Reader, new Dictionary<string, int>(StringComparer.Ordinal)) ? Well(words["Interview.ReadAlong.Done"]) : null,
        cancellationToken);

    public Task<IActionResult> OnPostNamesAsync(CancellationToken cancellationToken) => ActAsync(
        async () => await desk.AskNamesAsync(Campaign, [Invitation], Reader, Forms.Why, cancellationToken)
            ? Well(words["Names.Done"])
            : new FieldProblem("why", words["Names.NoReason", Identities.LongestReason]),
        cancellationToken);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) => ActAsync(
        async () => Forms.Request is not Guid request || Case.Requests.All(r => r.Id != request) ? new FieldProblem("answer", words["Request.NotOpen"])
            : Forms.Answered is not (RequestState.Done or RequestState.Granted) ? new FieldProblem("answered", words["Request.NoOutcome"])
            : (Forms.Answer ?? "").Trim() is not { Length: > 0 and <= Requests.RequestModel.LongestAnswer } answer
                ? new FieldProblem("answer", words["Request.NoAnswer", Requests.RequestModel.LongestAnswer])
            : await desk.AnswerAsync(request, Forms.Answered.Value, answer, Reader) ? Well(words["Case.Answered"])
            : new FieldProblem("answer", words["Request.NotOpen"]),
        cancellationToken);

    public string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Campaign.TimeZone)).ToString("D", words.Culture);

    private FieldProblem? Well(string said)
    {
        Said = said;
        return null;
    }

    private async Task<IActionResult> ActAsync(Func<Task<FieldProblem?>> act, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded)
        {
            return Forbid();
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await act() is not { } problem)
        {
            return Redirect($"/campaigns/{Id}/results/{Invitation}");
        }

        // Somebody else may have written in between: the page shows how things are now, with what was typed in.
        await LoadAsync(cancellationToken);
        ModelState.Clear();
        Problems = [problem];
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        MayAct = (await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded;
        if (await campaigns.BriefHeadAsync(Id, User, "results", cancellationToken) is not { } head
            || await cases.FindAsync(head.Summary.Row, Invitation, Reader, MayAct, cancellationToken) is not { } found)
        {
            return false;
        }

        (Head, Case) = (head, found);
        HasRead = await decisions.HasReadAsync(found.Row, Reader, cancellationToken);
        return true;
    }
}
