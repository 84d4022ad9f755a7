using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One entry of the record of decisions on an application. It names nobody; its reason stands apart, where it can be erased.</summary>
public sealed class DecisionRow : IAppendOnly
{
    public required Guid InvitationId { get; init; }

    /// <summary>1, 2, 3 … without gaps: two people who decide at once ask for the same number, and one gets it.</summary>
    public required int Number { get; init; }

    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Who decided. Null for <see cref="DecisionOutcome.Reopened"/> alone; the database refuses any other entry without a person.</summary>
    public required Guid? StaffId { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The score that the report showed then, or that reopened the case; null where there was none to show.</summary>
    public required Guid? ScoreRunId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DecisionRow>
    {
        public void Configure(EntityTypeBuilder<DecisionRow> table)
        {
            table.ToTable("decision", t => t.HasCheckConstraint("CK_decision_by_a_person", "staff_id IS NOT NULL OR outcome = 'Reopened'"));
            table.HasKey(r => new { r.InvitationId, r.Number });
            table.HasIndex(r => r.Outcome);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What was decided about an application.</summary>
public enum DecisionOutcome
{
    Shortlist,
    Reserve,
    Reject,

    /// <summary>The candidate told somebody that they do not go on.</summary>
    Withdrawn,

    /// <summary>No decision: a rejected candidate's score rose, and somebody has to decide again.</summary>
    Reopened,
}
