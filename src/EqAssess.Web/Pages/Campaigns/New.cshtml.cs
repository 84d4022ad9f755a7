using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Rights;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Opens a campaign.</summary>
public sealed class NewModel(
    EqAssessDb db, CampaignService campaigns, CampaignVisibility visible, AuditService audit, TimeProvider time, StaffWords words) : PageModel
{
    /// <summary>IANA names of places, without the aliases that no place carries.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)).Append("UTC").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>In the place of a number of months: what is usual in the country.</summary>
    public const int ByCountry = 0;

    public static IReadOnlyList<int> Retentions { get; } = [ByCountry, 3, 6, 12, 24, 48];

    [BindProperty]
    public string? JobTitle { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    [BindProperty]
    public CampaignPurpose Purpose { get; set; } = CampaignPurpose.Hiring;

    [BindProperty]
    public Guid? JobRecord { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; } = "Europe/London";

    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public int Months { get; set; } = ByCountry;

    [BindProperty]
    public string? Country { get; set; } = "GB";

    [BindProperty]
    public bool AllowsPause { get; set; }

    [BindProperty]
    public bool GivesFeedback { get; set; }

    [BindProperty]
    public bool Monitors { get; set; }

    [BindProperty]
    public bool Blind { get; set; } = true;

    [BindProperty]
    public ReminderFields Reminders { get; set; } = new();

    /// <summary>A campaign to begin with: everything but its people and its days.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        DateOnly today = DateOnly.FromDateTime(time.Now.UtcDateTime);
        (OpensOn, ClosesOn) = (today, today.AddDays(14));
        Contact = User.Identity?.Name;
        if (From is Guid from && await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == from, cancellationToken) is { } old)
        {
            Copy(old, today);
        }

        await LoadAsync(cancellationToken);
    }

    private void Copy(CampaignRow old, DateOnly today)
    {
        (JobTitle, Form, Purpose, TimeZone, Contact) = (old.JobTitle, old.FormVersionId, old.Purpose, old.TimeZone, old.Contact);
        JobRecord = old.JobRecordId;
        (Months, Country) = (Retentions.Contains(old.RetentionMonths) ? old.RetentionMonths : ByCountry, old.Country);
        (AllowsPause, GivesFeedback, Monitors, Blind) = (old.AllowsPause, old.GivesFeedback, old.Monitors, old.Blind);
        Reminders = ReminderFields.Of(new TypedReminders(old.ReminderSlots, old.ReminderCap, old.QuietFrom, old.QuietUntil));
        ClosesOn = today.AddDays(Math.Clamp(old.ClosesOn.DayNumber - old.OpensOn.DayNumber, 1, 90));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.GetFieldValidationState(nameof(Purpose)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        await LoadAsync(cancellationToken);
        List<FieldProblem> problems = [.. Missing()];
        if (problems.Count == 0)
        {
            CampaignOpened opened = await campaigns.OpenAsync(Posted(), cancellationToken);
            if (opened.Campaign is Guid campaign)
            {
                await audit.NoteAsync(User.StaffId(), AuditService.CampaignOpened, campaign);
                return Redirect($"/campaigns/{campaign}");
            }

            problems.AddRange(opened.Problems.Select(p => new FieldProblem(FieldOf(p), words[$"CampaignProblem.{p}"])));
        }

        Problems = problems;
        return Page();
    }

    private NewCampaign Posted() => new()
    {
        JobTitle = JobTitle ?? "",
        FormVersion = Form,
        Purpose = Purpose,
        JobRecord = JobRecord,
        TimeZone = TimeZone ?? "",
        OpensOn = OpensOn!.Value,
        ClosesOn = ClosesOn!.Value,
        Contact = Contact!,
        Country = Rule.Country,
        RetentionMonths = Months != ByCountry && Retentions.Contains(Months) ? Months : Rule.Months,
        AllowsPause = AllowsPause,
        GivesFeedback = GivesFeedback,
        Monitors = Monitors,
        Blind = Blind,
        OpenedBy = User.StaffId(),
        Reminders = Reminders.Typed,
    };

    private RecordRule Rule => RecordRules.All.FirstOrDefault(r => r.Country == (Country ?? "")) ?? RecordRules.All[^1];

    /// <summary>The last part of the key of a country's name.</summary>
    public static string KeyOf(RecordRule rule) => rule.Country.Length == 0 ? "other" : rule.Country;

    private IEnumerable<FieldProblem> Missing()
    {
        if (!TypedLine.Fits(JobTitle))
        {
            yield return new FieldProblem("jobTitle", words["Field.TooLong", TypedLine.LongestName]);
        }

        if (OpensOn is null)
        {
            yield return new FieldProblem("opensOn", words["NewCampaign.NoDay"]);
        }

        if (ClosesOn is null)
        {
            yield return new FieldProblem("closesOn", words["NewCampaign.NoDay"]);
        }

        if (!MailAddresses.IsOne(Contact))
        {
            yield return new FieldProblem("contact", words["NewCampaign.NoContact"]);
        }

        foreach (SettingProblem problem in CampaignSettings.Problems(Reminders.Typed))
        {
            yield return ReminderFields.ProblemOf(problem, words);
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Forms = await db.FormVersions.OrderByDescending(f => f.PublishedAt)
            .Select(f => new Choice(f.Id, f.Number == 1 ? f.Title : f.Title + " (" + f.Number + ")")).ToListAsync(cancellationToken);

    private static string FieldOf(CampaignProblem problem) => problem switch
    {
        CampaignProblem.NoJobTitle => "jobTitle",
        CampaignProblem.NoForm or CampaignProblem.DemonstrationKey => "form",
        CampaignProblem.UnknownTimeZone => "timeZone",
        CampaignProblem.ClosesBeforeItOpens or CampaignProblem.AlreadyOver or CampaignProblem.DayTooFar => "closesOn",
        CampaignProblem.DraftKeyInHiring or CampaignProblem.TrialFormInHiring => "purpose",
        CampaignProblem.NoJobRecord or CampaignProblem.JobRecordExpired or CampaignProblem.JobRecordOfOtherBank
            or CampaignProblem.JobRecordLinksNothing or CampaignProblem.SimulatedJobRecord => "jobRecord",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public sealed record Choice(Guid Id, string Title);
}
