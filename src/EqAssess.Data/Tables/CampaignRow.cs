using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One hiring round: a job, one form, a zone and two days.</summary>
public sealed class CampaignRow
{
    public required Guid Id { get; init; }

    public required string JobTitle { get; set; }

    public required Guid FormVersionId { get; init; }

    public required CampaignPurpose Purpose { get; init; }

    /// <summary>IANA time zone in which the days are reckoned.</summary>
    public required string TimeZone { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which a test may be started.</summary>
    public required DateOnly ClosesOn { get; set; }

    /// <summary>The instant at which <see cref="ClosesOn"/> ends in <see cref="TimeZone"/>: what jobs query by.</summary>
    public required DateTimeOffset ClosesAt { get; set; }

    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Whom candidates write to.</summary>
    public required string Contact { get; set; }

    /// <summary>How long names and answers are kept after the closing day.</summary>
    public required int RetentionMonths { get; set; }

    /// <summary>Orders equal scores.</summary>
    public required int Seed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The sample campaign of a demonstration; fixed when the row is made.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>ISO 3166 code of the country whose rules apply, with <c>-</c> and a subdivision where that matters (<c>US-CA</c>); empty where nobody said.</summary>
    public string Country { get; init; } = "";

    /// <summary>Whether candidates may pause once for five minutes.</summary>
    public bool AllowsPause { get; init; }

    /// <summary>Whether candidates get a report in words after the test.</summary>
    public bool GivesFeedback { get; set; }

    /// <summary>Whether candidates are asked, voluntarily and after the test, who they are, for selection-rate monitoring.</summary>
    public bool Monitors { get; set; }

    /// <summary>While set, nothing of this campaign is erased.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    /// <summary>
    /// Scoring plan under which the campaign shows its scores: pinned when the first person is invited, with key, reliability and SD. Null
    /// before, and in campaigns that are older than pinning; then the current plan of the form.
    /// </summary>
    public Guid? PlanId { get; set; }

    /// <summary>Whether every recruiter sees the campaign; otherwise those of <see cref="CampaignAccess"/> do.</summary>
    public bool SharedWithAll { get; set; }

    /// <summary>Hours before the end at which those who have not finished are reminded, largest first, with spaces between; empty for no reminders.</summary>
    public string ReminderSlots { get; set; } = "48 24";

    /// <summary>Most reminders to one person.</summary>
    public int ReminderCap { get; set; } = 3;

    /// <summary>Hour of the day, 0 to 23, from which no reminder goes out, in the candidate's zone where it is known and the campaign's otherwise.</summary>
    public int QuietFrom { get; set; } = 21;

    /// <summary>Hour of the day, 0 to 23, from which reminders go out again; the same as <see cref="QuietFrom"/> where there are no quiet hours.</summary>
    public int QuietUntil { get; set; } = 8;

    /// <summary>The job-relatedness record that it was opened on; null for pilots, and where none was asked for.</summary>
    public Guid? JobRecordId { get; init; }

    /// <summary>Whether names and addresses are hidden in results until a decision is recorded or somebody asks for them.</summary>
    public bool Blind { get; set; } = true;

    /// <summary>The norm group beside which its scores are shown, chosen before anybody is invited; null for none.</summary>
    public Guid? NormVersionId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CampaignRow>
    {
        public void Configure(EntityTypeBuilder<CampaignRow> table)
        {
            table.ToTable("campaign");
            table.Property(r => r.JobTitle).HasMaxLength(Lengths.Name);
            table.Property(r => r.TimeZone).HasMaxLength(Lengths.Label);
            table.Property(r => r.Contact).HasMaxLength(Lengths.Address);
            table.Property(r => r.Country).HasMaxLength(Lengths.Code).HasDefaultValue("").ValueGeneratedNever();
            table.Property(r => r.AllowsPause).HasDefaultValue(false).ValueGeneratedNever();
            table.Property(r => r.GivesFeedback).HasDefaultValue(false).ValueGeneratedNever();
            table.Property(r => r.Monitors).HasDefaultValue(false).ValueGeneratedNever();
            table.Property(r => r.SharedWithAll).HasDefaultValue(true).ValueGeneratedNever();
            table.Property(r => r.ReminderSlots).HasMaxLength(Lengths.Label).HasDefaultValue("48 24").ValueGeneratedNever();
            table.Property(r => r.ReminderCap).HasDefaultValue(3).ValueGeneratedNever();
            table.Property(r => r.QuietFrom).HasDefaultValue(21).ValueGeneratedNever();
            table.Property(r => r.QuietUntil).HasDefaultValue(8).ValueGeneratedNever();
            table.Property(r => r.Blind).HasDefaultValue(true).ValueGeneratedNever();
            table.HasIndex(r => r.ClosesAt);
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the scores of a campaign are for.</summary>
public enum CampaignPurpose
{
    /// <summary>Scores stand in hiring views.</summary>
    Hiring,

    /// <summary>Tries out a form or gathers data for it; no hiring view shows its scores.</summary>
    Pilot,
}
