using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>What may change in a campaign, and what stays as it is for everybody.</summary>
public sealed class SettingsModel(EqAssessDb db, CampaignVisibility visible, CampaignSettings settings, CampaignNorms norms, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? JobTitle { get; set; }

    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public int Months { get; set; }

    [BindProperty]
    public bool GivesFeedback { get; set; }

    [BindProperty]
    public bool Monitors { get; set; }

    [BindProperty]
    public bool Blind { get; set; }

    [BindProperty]
    public ReminderFields Reminders { get; set; } = new();

    [BindProperty]
    public Guid? Norms { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public string FormTitle { get; private set; } = "";

    /// <summary>How long names may be kept: not longer than candidates were told.</summary>
    public IReadOnlyList<int> Retentions { get; private set; } = [];

    /// <summary>Norm groups that fit, while one may be chosen.</summary>
    public IReadOnlyList<NormVersionRow> OfferedNorms { get; private set; } = [];

    /// <summary>The group that it has; null for none.</summary>
    public NormVersionRow? OwnNorms { get; private set; }

    public bool MayChooseNorms { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (JobTitle, ClosesOn, Contact, Months) = (Campaign.JobTitle, Campaign.ClosesOn, Campaign.Contact, Campaign.RetentionMonths);
        (GivesFeedback, Monitors, Blind, Norms) = (Campaign.GivesFeedback, Campaign.Monitors, Campaign.Blind, Campaign.NormVersionId);
        Reminders = ReminderFields.Of(new TypedReminders(Campaign.ReminderSlots, Campaign.ReminderCap, Campaign.QuietFrom, Campaign.QuietUntil));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        List<FieldProblem> problems = [.. Missing()];
        if (problems.Count == 0)
        {
            problems.AddRange((await settings.ChangeAsync(Id, Posted(), cancellationToken)).Select(p => ReminderFields.ProblemOf(p, words)));
        }

        if (problems.Count == 0 && MayChooseNorms && !await norms.ChooseAsync(Campaign, Norms, User.StaffId(), cancellationToken))
        {
            problems.Add(new FieldProblem("norms", words["Settings.Norms.NotChanged"]));
        }

        if (problems.Count > 0)
        {
            Problems = problems;
            return Page();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.CampaignChanged, Id);
        if (Campaign.Blind != Blind)
        {
            await audit.NoteAsync(User.StaffId(), Blind ? AuditService.NamesHidden : AuditService.NamesShown, Id);
        }

        Said = words["Settings.Saved"];
        return Redirect($"/campaigns/{Id}/settings");
    }

    private IEnumerable<FieldProblem> Missing()
    {
        if (!TypedLine.Fits(JobTitle))
        {
            yield return new FieldProblem("jobTitle", words["Field.TooLong", TypedLine.LongestName]);
        }

        if (ClosesOn is null)
        {
            yield return new FieldProblem("closesOn", words["NewCampaign.NoDay"]);
        }

        if (!MailAddresses.IsOne(Contact))
        {
            yield return new FieldProblem("contact", words["NewCampaign.NoContact"]);
        }
    }

    private ChangedCampaign Posted() => new()
    {
        JobTitle = JobTitle ?? "",
        ClosesOn = ClosesOn!.Value,
        Contact = Contact!,
        RetentionMonths = Retentions.Contains(Months) ? Months : Campaign.RetentionMonths,
        GivesFeedback = GivesFeedback,
        Monitors = Monitors,
        Blind = Blind,
        Reminders = Reminders.Typed,
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } campaign)
        {
            return false;
        }

        Campaign = campaign;
        FormTitle = await db.FormVersions.Where(f => f.Id == campaign.FormVersionId).Select(f => f.Title).SingleAsync(cancellationToken);
        MayChooseNorms = await norms.MayChooseAsync(campaign, cancellationToken);
        OfferedNorms = MayChooseNorms ? await norms.OfferedAsync(campaign, cancellationToken) : [];
        OwnNorms = await db.NormVersions.AsNoTracking().SingleOrDefaultAsync(n => n.Id == campaign.NormVersionId, cancellationToken);
        bool invited = await db.Invitations.AnyAsync(i => i.CampaignId == Id, cancellationToken);
        Retentions = [.. NewModel.Retentions.Where(m => m > 0 && (!invited || m <= campaign.RetentionMonths)).Append(campaign.RetentionMonths).Distinct().Order()];
        return true;
    }
}
