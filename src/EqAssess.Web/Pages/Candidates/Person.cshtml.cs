using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Candidates;

/// <summary>One person in all campaigns: to hold what there is of them, or to erase it.</summary>
public sealed class PersonModel(
    EqAssessDb db, HoldPart holds, ErasureService erasure, PersonMerges merges, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CandidateRow Person { get; private set; } = null!;

    /// <summary>The same person under other addresses.</summary>
    public IReadOnlyList<CandidateRow> Merged { get; private set; } = [];

    /// <summary>Whom this one is merged into; null for a person of their own.</summary>
    public CandidateRow? Into { get; private set; }

    public IReadOnlyList<Application> Applications { get; private set; } = [];

    public HoldsView Holds { get; private set; } = null!;

    public ErasureHeld? HeldBecause { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.PersonViewed, Id);
        return Page();
    }

    public async Task<IActionResult> OnPostHoldAsync([FromForm] string? reason, CancellationToken cancellationToken) =>
        await PostAsync(lift: false, reason, cancellationToken);

    public async Task<IActionResult> OnPostLiftAsync([FromForm] string? reason, CancellationToken cancellationToken) =>
        await PostAsync(lift: true, reason, cancellationToken);

    public async Task<IActionResult> OnPostEraseAsync([FromForm] string? address, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Person.ErasedAt is not null || MailAddresses.Normalize(address) != Person.NormalizedEmail)
        {
            Problems = [new FieldProblem("address", words["EraseCandidate.WrongAddress"])];
            return Page();
        }

        Said = await erasure.EraseAsync(Id, User.StaffId(), CancellationToken.None) ? words["EraseCandidate.Done"] : words["EraseCandidate.NotDone"];
        return Redirect($"/candidates/{Id}");
    }

    public async Task<IActionResult> OnPostMergeAsync([FromForm] string? other, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        MergeOutcome outcome = await merges.MergeAsync(Id, other, User.StaffId(), cancellationToken);
        if (outcome != MergeOutcome.Merged)
        {
            Problems = [new FieldProblem("other", words[$"Merge.{outcome}"])];
            return Page();
        }

        Said = words["Merge.Merged"];
        return Redirect($"/candidates/{Id}");
    }

    public async Task<IActionResult> OnPostUndoMergeAsync([FromForm] Guid person, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || (person != Id && !Merged.Any(m => m.Id == person)))
        {
            return NotFound();
        }

        await merges.UndoAsync(person, User.StaffId());
        Said = words["Merge.Undone"];
        return Redirect($"/candidates/{Id}");
    }

    private async Task<IActionResult> PostAsync(bool lift, string? reason, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (Problems, Said) = await holds.TakeAsync(HoldOn.ThePerson(Id), lift, reason, User.StaffId()!.Value);
        return Problems.Count > 0 ? Page() : Redirect(Holds.Address);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Candidates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        Applications = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where candidate.Id == Id || candidate.MergedIntoId == Id
            orderby campaign.CreatedAt descending
            select new Application(campaign.Id, campaign.JobTitle, invitation.WithdrawnAt != null, campaign.HeldSince != null)
            {
                Address = candidate.Id == Id ? null : candidate.Email,
            }).ToListAsync(cancellationToken);
        Merged = await db.Candidates.AsNoTracking().Where(c => c.MergedIntoId == Id).OrderBy(c => c.Email).ToListAsync(cancellationToken);
        Into = await db.Candidates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == person.MergedIntoId, cancellationToken);
        Holds = await holds.ViewAsync($"/candidates/{Id}", HoldOn.ThePerson(Id), person.HeldSince is not null, cancellationToken);
        HeldBecause = await erasure.HeldBecauseAsync(Id, cancellationToken);
        return true;
    }

    public sealed record Application(Guid Campaign, string JobTitle, bool Withdrew, bool Held)
    {
        /// <summary>Where the person came under another address than this page's.</summary>
        public string? Address { get; init; }
    }
}
