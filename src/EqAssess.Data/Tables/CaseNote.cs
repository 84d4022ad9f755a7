using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a member of staff wrote down about an application. The candidate may read it, and it goes when they are erased.</summary>
public sealed class CaseNote
{
    public required Guid Id { get; init; }

    public required Guid InvitationId { get; init; }

    public required Guid StaffId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseNote>
    {
        public void Configure(EntityTypeBuilder<CaseNote> table)
        {
            table.ToTable("case_note");
            table.HasIndex(r => r.InvitationId);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
