using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What one interviewer said of one candidate, once and for good: from then on they see what the others said.</summary>
public sealed class InterviewRow
{
    public required Guid InvitationId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>False for somebody who did not interview and reads what the others gave.</summary>
    public required bool TookPart { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InterviewRow>
    {
        public void Configure(EntityTypeBuilder<InterviewRow> table)
        {
            table.ToTable("interview");
            table.HasKey(r => new { r.InvitationId, r.StaffId });
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
