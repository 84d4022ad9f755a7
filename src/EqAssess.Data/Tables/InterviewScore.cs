using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>An interviewer's score of one domain. It stands beside the test score and is never added to it.</summary>
public sealed class InterviewScore
{
    public required Guid InvitationId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>Code of the domain.</summary>
    public required string Domain { get; init; }

    /// <summary>1 to 5, by the anchors of the interview guide.</summary>
    public required int Score { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InterviewScore>
    {
        public void Configure(EntityTypeBuilder<InterviewScore> table)
        {
            table.ToTable("interview_score");
            table.HasKey(r => new { r.InvitationId, r.StaffId, r.Domain });
            table.Property(r => r.Domain).HasMaxLength(Lengths.Code);
            table.HasOne<InterviewRow>().WithMany().HasForeignKey(r => new { r.InvitationId, r.StaffId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
