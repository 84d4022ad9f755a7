using System.Security.Cryptography;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Opens campaigns.</summary>
public sealed class CampaignService(EqAssessDb db, JobRecordGate records, IOptions<ScoringOptions> scoring, TimeProvider time)
{
    /// <summary>Ten years: farther days are slips of the finger, and the calendar ends somewhere.</summary>
    internal const int FarthestDays = 3653;

    public async Task<CampaignOpened> OpenAsync(NewCampaign campaign, CancellationToken cancellationToken)
    {
        var problems = new List<CampaignProblem>();
        if (string.IsNullOrWhiteSpace(campaign.JobTitle))
        {
            problems.Add(CampaignProblem.NoJobTitle);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(campaign.TimeZone, out TimeZoneInfo? zone))
        {
            problems.Add(CampaignProblem.UnknownTimeZone);
        }

        if (campaign.ClosesOn < campaign.OpensOn)
        {
            problems.Add(CampaignProblem.ClosesBeforeItOpens);
        }

        bool near = IsNear(campaign.OpensOn) && IsNear(campaign.ClosesOn);
        if (!near)
        {
            problems.Add(CampaignProblem.DayTooFar);
        }

        if (zone is not null && near && EndOf(campaign.ClosesOn, zone) <= time.Now)
        {
            problems.Add(CampaignProblem.AlreadyOver);
        }

        problems.AddRange(await FormProblemsAsync(campaign, cancellationToken));
        problems.AddRange(await records.ProblemsAsync(campaign, cancellationToken));
        if (problems.Count > 0 || zone is null)
        {
            return new CampaignOpened(null, problems);
        }

        var row = RowOf(campaign, zone);
        db.Campaigns.Add(row);
        if (campaign.OpenedBy is Guid owner)
        {
            db.CampaignAccesses.Add(new CampaignAccess { CampaignId = row.Id, StaffId = owner, Owner = true, GrantedAt = time.Now, GrantedBy = owner });
        }

        await db.SaveChangesAsync(cancellationToken);
        return new CampaignOpened(row.Id, []);
    }

    private bool IsNear(DateOnly day) => Math.Abs(day.DayNumber - DateOnly.FromDateTime(time.Now.UtcDateTime).DayNumber) <= FarthestDays;

    /// <summary>The instant at which a day ends in a zone: the start of the next day, also where clocks change at midnight.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => StartOf(day.AddDays(1), zone);

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private async Task<IReadOnlyList<CampaignProblem>> FormProblemsAsync(NewCampaign campaign, CancellationToken cancellationToken)
    {
        var key = await (
            from plan in db.ScoringPlans
            join version in db.KeyVersions on plan.KeyVersionId equals version.Id
            where plan.FormVersionId == campaign.FormVersion && plan.CampaignId == null
            orderby plan.Number descending
            select new { version.Status, version.Demonstration }).FirstOrDefaultAsync(cancellationToken);
        if (key is null)
        {
            return [CampaignProblem.NoForm];
        }

        bool inDemonstration = await db.Workspaces.AnyAsync(w => w.Demonstration, cancellationToken);
        if ((key.Demonstration || key.Status == KeyStatus.Simulated) && !inDemonstration)
        {
            return [CampaignProblem.DemonstrationKey];
        }

        bool draft = key.Status is KeyStatus.Draft or KeyStatus.Simulated;
        bool hiring = campaign.Purpose == CampaignPurpose.Hiring;
        return
        [
            .. draft && hiring && !scoring.Value.AllowDraftKeysInHiring ? [CampaignProblem.DraftKeyInHiring] : Array.Empty<CampaignProblem>(),
            .. hiring && !inDemonstration && await IsTrialAsync(campaign.FormVersion, cancellationToken) ? [CampaignProblem.TrialFormInHiring] : Array.Empty<CampaignProblem>(),
        ];
    }

    private async Task<bool> IsTrialAsync(Guid form, CancellationToken cancellationToken) =>
        FormOrders.IsTrial(await db.FormItems.CountAsync(i => i.FormVersionId == form && !i.Practice && !i.Pretest, cancellationToken));

    private CampaignRow RowOf(NewCampaign campaign, TimeZoneInfo zone) => new()
    {
        Id = Guid.CreateVersion7(),
        JobTitle = campaign.JobTitle.Trim(),
        FormVersionId = campaign.FormVersion,
        Purpose = campaign.Purpose,
        TimeZone = campaign.TimeZone,
        OpensOn = campaign.OpensOn,
        ClosesOn = campaign.ClosesOn,
        OpensAt = StartOf(campaign.OpensOn, zone),
        ClosesAt = EndOf(campaign.ClosesOn, zone),
        Contact = campaign.Contact.Trim(),
        RetentionMonths = campaign.RetentionMonths,
        Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        CreatedAt = time.Now,
        Demonstration = campaign.Demonstration,
        Country = campaign.Country,
        AllowsPause = campaign.AllowsPause,
        GivesFeedback = campaign.GivesFeedback,
        Monitors = campaign.Monitors,
        Blind = campaign.Blind,
        SharedWithAll = campaign.SharedWithAll || campaign.OpenedBy is null,
        ReminderSlots = campaign.Reminders.Stored,
        ReminderCap = campaign.Reminders.Cap,
        QuietFrom = campaign.Reminders.QuietFrom,
        QuietUntil = campaign.Reminders.QuietUntil,
        JobRecordId = campaign.Purpose == CampaignPurpose.Hiring ? campaign.JobRecord : null,
    };
}

public sealed record NewCampaign
{
    public required string JobTitle { get; init; }

    public required Guid FormVersion { get; init; }

    public required CampaignPurpose Purpose { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    /// <summary>Address that candidates write to.</summary>
    public required string Contact { get; init; }

    public required int RetentionMonths { get; init; }

    public bool Demonstration { get; init; }

    /// <summary>As in <see cref="EqAssess.Domain.Rights.RecordRule.Country"/>.</summary>
    public string Country { get; init; } = "";

    /// <summary>Whether candidates may pause once for five minutes.</summary>
    public bool AllowsPause { get; init; }

    /// <summary>Whether candidates get feedback in words after the test.</summary>
    public bool GivesFeedback { get; init; }

    /// <summary>Whether candidates are asked, voluntarily, who they are, for selection-rate monitoring. Not asking is the default.</summary>
    public bool Monitors { get; init; }

    /// <summary>Whether names are hidden in results until a decision is recorded or somebody asks for them.</summary>
    public bool Blind { get; init; } = true;

    /// <summary>The owner; null for one that the server makes, which every recruiter sees.</summary>
    public Guid? OpenedBy { get; init; }

    /// <summary>Whether every recruiter sees it, and not only its owner and those with whom it is shared.</summary>
    public bool SharedWithAll { get; init; }

    /// <summary>Checked before (<see cref="CampaignSettings.Problems"/>).</summary>
    public TypedReminders Reminders { get; init; } = new();

    /// <summary>The finished job-relatedness record that it stands on; a pilot needs none.</summary>
    public Guid? JobRecord { get; init; }
}

/// <param name="Campaign">Null when problems keep it from being opened.</param>
public sealed record CampaignOpened(Guid? Campaign, IReadOnlyList<CampaignProblem> Problems);

/// <summary>Why a campaign cannot be opened. Worded in StaffWords.</summary>
public enum CampaignProblem
{
    NoJobTitle,
    NoForm,
    UnknownTimeZone,
    ClosesBeforeItOpens,
    AlreadyOver,
    DayTooFar,

    /// <summary>A draft key serves pilots only.</summary>
    DraftKeyInHiring,

    /// <summary>A form of few scenarios serves pilots and the demonstration only (<see cref="FormOrders.IsTrial"/>).</summary>
    TrialFormInHiring,

    /// <summary>A key of the demonstration cannot leave it.</summary>
    DemonstrationKey,

    /// <summary>None was chosen, or one that is not finished.</summary>
    NoJobRecord,

    /// <summary>It is due for review (<see cref="EqAssess.Domain.JobRecords.JobRecordRules.ReviewOn"/>).</summary>
    JobRecordExpired,

    /// <summary>It links the domains of another bank than the form's.</summary>
    JobRecordOfOtherBank,

    /// <summary>The form has no scenario in a domain that the record links, so nothing could be scored.</summary>
    JobRecordLinksNothing,

    /// <summary>Its raters are no people, and this is no demonstration.</summary>
    SimulatedJobRecord,
}
