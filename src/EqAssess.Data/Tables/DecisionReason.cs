using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Why somebody decided as they did: about a person, so it goes when they are erased.</summary>
public sealed class DecisionReason
{
    public required Guid InvitationId { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DecisionReason>
    {
        public void Configure(EntityTypeBuilder<DecisionReason> table)
        {
            table.ToTable("decision_reason");
            table.HasKey(r => new { r.InvitationId, r.Number });
            table.HasOne<DecisionRow>().WithMany().HasForeignKey(r => new { r.InvitationId, r.Number }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
