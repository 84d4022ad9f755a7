using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>A list of people: what would happen to each row, and after somebody agreed, what did.</summary>
public sealed class ImportModel(EqAssessDb db, CampaignVisibility visible, InvitationImports imports, AuditService audit, StaffWords words) : PageModel
{
    private const int PageSize = 100;
    private const int MostToMend = 500;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    /// <summary>Whether all rows are shown, and not only those that somebody should look at.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public InvitationImport List { get; private set; } = null!;

    public IReadOnlyList<InvitationImportRow> Rows { get; private set; } = [];

    /// <summary>Rows by what would happen, or did.</summary>
    public IReadOnlyDictionary<InvitationOutcome, int> Counts { get; private set; } = new Dictionary<InvitationOutcome, int>();

    /// <summary>Rows that are not as somebody would expect: refused, or with a warning.</summary>
    public int ToLookAt { get; private set; }

    public int Last { get; private set; } = 1;

    public bool Finished => List.State == ImportState.Finished;

    public bool UnderWay => List.State is ImportState.Reading or ImportState.Checking or ImportState.Inviting;

    public int Invited => Counts.GetValueOrDefault(InvitationOutcome.Invited);

    /// <summary>Nothing to correct: whoever is in the campaign stays there.</summary>
    public int LeftAlone => Counts.GetValueOrDefault(InvitationOutcome.AlreadyInvited) + Counts.GetValueOrDefault(InvitationOutcome.Duplicate);

    /// <summary>Rows to correct, as text to edit.</summary>
    public string Again { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            // Forgotten after some days, or not this reader's: the campaign says what became of everybody.
            return await visible.SeesAsync(User, Id, cancellationToken) ? Redirect($"/campaigns/{Id}/invite") : NotFound();
        }

        if (!UnderWay)
        {
            await ShowAsync(cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await imports.AgreeAsync(List, cancellationToken);
        await audit.NoteAsync(User.StaffId(), AuditService.CandidatesInvited, Id);
        return Redirect($"/campaigns/{Id}/invite/{Import}");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) && List.State is ImportState.Checked or ImportState.Finished)
        {
            await imports.ForgetAsync(Import, cancellationToken);
        }

        return Redirect($"/campaigns/{Id}/invite");
    }

    public string AddressOf(int page) => $"/campaigns/{Id}/invite/{Import}?all={(All ? "true" : "false")}&p={page}";

    /// <summary>What the list says of a row besides its outcome; null for nothing.</summary>
    public string? NoteOf(InvitationImportRow row)
    {
        string note = DateOnly.TryParseExact(row.Note, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("D", words.Culture) : row.Note ?? "";
        return row.Warning is InvitationWarning warning ? words[$"Invite.Warning.{warning}", note]
            : OutcomeOf(row) == InvitationOutcome.TestedLately ? words["Invite.From", note]
            : null;
    }

    public InvitationOutcome OutcomeOf(InvitationImportRow row) => (Finished ? row.Outcome : row.Expected) ?? InvitationOutcome.BadAddress;

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        IQueryable<InvitationImportRow> rows = db.InvitationImportRows.AsNoTracking().Where(r => r.ImportId == Import);
        Counts = Finished
            ? await rows.GroupBy(r => r.Outcome!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken)
            : await rows.GroupBy(r => r.Expected!.Value).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);
        IQueryable<InvitationImportRow> wrong = Finished
            ? rows.Where(r => r.Outcome != InvitationOutcome.Invited || r.Warning != null)
            : rows.Where(r => r.Expected != InvitationOutcome.Invited || r.Warning != null);
        ToLookAt = await wrong.CountAsync(cancellationToken);
        All |= ToLookAt == 0;
        Last = Math.Max(1, ((All ? List.Rows : ToLookAt) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Last);
        Rows = await (All ? rows : wrong).OrderBy(r => r.Sequence).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        if (Finished)
        {
            List<InvitationImportRow> mend = await rows
                .Where(r => r.Outcome == InvitationOutcome.NoName || r.Outcome == InvitationOutcome.NameTooLong || r.Outcome == InvitationOutcome.BadName
                    || r.Outcome == InvitationOutcome.NoAddress || r.Outcome == InvitationOutcome.BadAddress)
                .OrderBy(r => r.Sequence).Take(MostToMend).ToListAsync(cancellationToken);
            Again = string.Join('\n', mend.Select(r => $"{r.Name}; {r.Address}"));
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign
            || await db.InvitationImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Import && i.CampaignId == Id, cancellationToken) is not { } list)
        {
            return false;
        }

        (Campaign, List) = (campaign, list);
        return true;
    }
}
