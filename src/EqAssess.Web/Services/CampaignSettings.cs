using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Campaigns;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What may change in a campaign that is open. Form, key, purpose, zone, opening day and the pause are the same for everybody, and stay.</summary>
public sealed class CampaignSettings(EqAssessDb db, TimeProvider time)
{
    public const int LargestCap = 10;

    public static ReminderPlan PlanOf(CampaignRow campaign) =>
        new(ReminderPlan.ReadSlots(campaign.ReminderSlots) ?? [], campaign.ReminderCap, new QuietHours(campaign.QuietFrom, campaign.QuietUntil));

    /// <returns>What is to be mended; where it is nothing, the campaign was changed.</returns>
    public async Task<IReadOnlyList<SettingProblem>> ChangeAsync(Guid id, ChangedCampaign change, CancellationToken cancellationToken)
    {
        CampaignRow campaign = await db.Campaigns.SingleAsync(c => c.Id == id, cancellationToken);
        bool invited = await db.Invitations.AnyAsync(i => i.CampaignId == id, cancellationToken);
        List<SettingProblem> problems = [.. Problems(campaign, change, invited)];
        if (problems.Count == 0)
        {
            Apply(campaign, change);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return problems;
    }

    /// <summary>Ends a campaign now. Who has started keeps the full time; an end that was agreed for an adjustment stays.</summary>
    public async Task CloseAsync(Guid id, CancellationToken cancellationToken)
    {
        CampaignRow campaign = await db.Campaigns.SingleAsync(c => c.Id == id, cancellationToken);
        DateTimeOffset now = time.Now;
        if (campaign.ClosesAt <= now)
        {
            return;
        }

        campaign.ClosesAt = now;
        campaign.ClosesOn = Today(campaign);
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Invitations.Where(i => i.CampaignId == id && i.ExtendedUntil > now).ExecuteUpdateAsync(s => s.SetProperty(i => i.ExtendedUntil, now), CancellationToken.None);
    }

    /// <summary>What is wrong with a reminder plan as it was typed.</summary>
    public static IEnumerable<SettingProblem> Problems(TypedReminders reminders)
    {
        if (ReminderPlan.ReadSlots(reminders.Slots) is null)
        {
            yield return SettingProblem.BadSlots;
        }

        if (reminders.Cap is < 0 or > LargestCap)
        {
            yield return SettingProblem.BadCap;
        }

        if (reminders.QuietFrom is < 0 or > 23 || reminders.QuietUntil is < 0 or > 23)
        {
            yield return SettingProblem.BadHours;
        }
    }

    private IEnumerable<SettingProblem> Problems(CampaignRow campaign, ChangedCampaign change, bool invited)
    {
        if (string.IsNullOrWhiteSpace(change.JobTitle))
        {
            yield return SettingProblem.NoJobTitle;
        }

        if (change.ClosesOn != campaign.ClosesOn)
        {
            DateOnly today = Today(campaign);
            if (change.ClosesOn < today || change.ClosesOn < campaign.OpensOn)
            {
                yield return SettingProblem.ClosesTooEarly;
            }

            if (change.ClosesOn.DayNumber > today.DayNumber + CampaignService.FarthestDays)
            {
                yield return SettingProblem.ClosesTooLate;
            }
        }

        if (invited && change.RetentionMonths > campaign.RetentionMonths)
        {
            yield return SettingProblem.KeptLonger;
        }

        foreach (SettingProblem problem in Problems(change.Reminders))
        {
            yield return problem;
        }
    }

    private static void Apply(CampaignRow campaign, ChangedCampaign change)
    {
        campaign.JobTitle = change.JobTitle.Trim();
        campaign.Contact = change.Contact.Trim();
        campaign.RetentionMonths = change.RetentionMonths;
        campaign.GivesFeedback = change.GivesFeedback;
        campaign.Monitors = change.Monitors;
        campaign.Blind = change.Blind;
        campaign.ReminderSlots = change.Reminders.Stored;
        campaign.ReminderCap = change.Reminders.Cap;
        (campaign.QuietFrom, campaign.QuietUntil) = (change.Reminders.QuietFrom, change.Reminders.QuietUntil);
        if (change.ClosesOn != campaign.ClosesOn)
        {
            campaign.ClosesOn = change.ClosesOn;
            campaign.ClosesAt = CampaignService.EndOf(change.ClosesOn, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone));
        }
    }

    private DateOnly Today(CampaignRow campaign) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).DateTime);
}

public sealed record ChangedCampaign
{
    public required string JobTitle { get; init; }

    /// <summary>The same day leaves the end as it is, also where the campaign was closed early on it.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required string Contact { get; init; }

    public required int RetentionMonths { get; init; }

    public required bool GivesFeedback { get; init; }

    public required bool Monitors { get; init; }

    public required bool Blind { get; init; }

    public required TypedReminders Reminders { get; init; }
}

/// <summary>A reminder plan as somebody typed it; the defaults of a new campaign.</summary>
/// <param name="Slots">Hours before the end.</param>
public sealed record TypedReminders(string? Slots = "48 24", int Cap = 3, int QuietFrom = 21, int QuietUntil = 8)
{
    /// <summary>As <see cref="CampaignRow.ReminderSlots"/> holds it.</summary>
    public string Stored => string.Join(' ', ReminderPlan.ReadSlots(Slots) ?? []);
}

/// <summary>Why a campaign cannot be changed so. Worded in StaffWords.</summary>
public enum SettingProblem
{
    NoJobTitle,
    ClosesTooEarly,
    ClosesTooLate,

    /// <summary>Candidates were told when their names go.</summary>
    KeptLonger,
    BadSlots,
    BadCap,
    BadHours,
}
