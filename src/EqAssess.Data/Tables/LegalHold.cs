using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Why nothing of a campaign, or of a person, may be deleted for a time. Whether it holds now stands in the row it is about.</summary>
public sealed class LegalHold
{
    public required Guid Id { get; init; }

    /// <summary>Null for the hold of a person.</summary>
    public required Guid? CampaignId { get; init; }

    /// <summary>Null for the hold of a campaign.</summary>
    public required Guid? CandidateId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required Guid SetBy { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    public Guid? LiftedBy { get; set; }

    public string? LiftedBecause { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LegalHold>
    {
        public void Configure(EntityTypeBuilder<LegalHold> table)
        {
            table.ToTable("legal_hold");
            table.HasIndex(r => r.CampaignId);
            table.HasIndex(r => r.CandidateId);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<CandidateRow>().WithMany().HasForeignKey(r => r.CandidateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
