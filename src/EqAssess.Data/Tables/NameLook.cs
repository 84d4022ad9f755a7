using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A member of staff asked who somebody is before a decision was recorded, and said why. From then on they see the name.</summary>
public sealed class NameLook
{
    public required Guid InvitationId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>One line.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NameLook>
    {
        public void Configure(EntityTypeBuilder<NameLook> table)
        {
            table.ToTable("name_look");
            table.HasKey(r => new { r.InvitationId, r.StaffId });
            table.Property(r => r.Reason).HasMaxLength(Lengths.Name);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
