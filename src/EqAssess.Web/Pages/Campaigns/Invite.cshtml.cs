using EqAssess.Web.Composition;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Invites one person, pasted rows or a file, and tells what became of every row.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestBody, ValueLengthLimit = LargestFile)]
public sealed class InviteModel(CampaignVisibility visible, InvitationService invitations, AuditService audit, StaffWords words) : PageModel
{
    private const int LargestFile = 8 * 1024 * 1024;

    /// <summary>A file that is somewhat too large is taken in, so that the page can say so.</summary>
    private const int LargestBody = 3 * LargestFile;
    private const int MostShown = 500;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public IReadOnlyList<InvitationResult> Results { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Rows to correct.</summary>
    public IReadOnlyList<InvitationResult> Wrong =>
        [.. Results.Where(r => r.Outcome is not (InvitationOutcome.Invited or InvitationOutcome.AlreadyInvited))];

    /// <summary>Rows with mistakes first, as many as a page can hold.</summary>
    public IReadOnlyList<InvitationResult> Shown =>
        Results.Count <= MostShown ? Results : [.. Wrong.Concat(Results.Except(Wrong)).Take(MostShown)];

    /// <summary>The rows to correct, as text to edit.</summary>
    public string Again => string.Join('\n', Wrong.Where(r => r.Name is not null || r.Address is not null).Take(MostShown).Select(r => $"{r.Name}; {r.Address}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? name, [FromForm] string? email, [FromForm] string? rows, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        List<CsvRow> people = [];
        if (!string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(email))
        {
            people.Add(new CsvRow(1, name, email, null));
        }

        people.AddRange(CandidateCsv.Read(rows ?? ""));
        if (file is { Length: > 0 and <= LargestFile })
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            people.AddRange(CandidateCsv.Read(CandidateCsv.Decode(bytes.ToArray())));
        }

        if (people.Count == 0)
        {
            Problems = [new FieldProblem("rows", words[file is { Length: > LargestFile } ? "Invite.TooLarge" : "Invite.Nobody"])];
            return Page();
        }

        Results = await invitations.InviteAsync(Id, people, cancellationToken);
        await audit.NoteAsync(User.StaffId(), AuditService.CandidatesInvited, Id);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        CampaignRow? row = await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken);
        Campaign = row!;
        return row is not null;
    }
}
