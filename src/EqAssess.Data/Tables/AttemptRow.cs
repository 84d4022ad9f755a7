using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What jobs and lists need to know of an attempt: a projection of its log, written in the same transaction.</summary>
public sealed class AttemptRow
{
    public required Guid Id { get; init; }

    /// <summary>Unique: an invitation has one attempt, however often Start is pressed.</summary>
    public required Guid InvitationId { get; init; }

    public required Guid FormVersionId { get; init; }

    /// <summary>Made by the demonstration; fixed when the row is made, and left out of every statistic.</summary>
    public required bool Simulated { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset Deadline { get; set; }

    /// <summary>Deadline and grace: from here on the sweep may close the attempt.</summary>
    public required DateTimeOffset LastMoment { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public bool TimedOut { get; set; }

    /// <summary>Answers are written, and marked by people.</summary>
    public bool Typed { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttemptRow>
    {
        public void Configure(EntityTypeBuilder<AttemptRow> table)
        {
            table.ToTable("attempt");
            table.Property(r => r.Typed).HasDefaultValue(false).ValueGeneratedNever();
            table.HasIndex(r => r.InvitationId).IsUnique();
            table.HasIndex(r => new { r.ClosedAt, r.LastMoment });
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
