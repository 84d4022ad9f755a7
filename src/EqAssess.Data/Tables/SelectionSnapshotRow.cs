using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One count of a campaign by groups, as far as it may be seen: no person can be told from it, so it stays when people are erased.</summary>
public sealed class SelectionSnapshotRow : IAppendOnly
{
    public required Guid CampaignId { get; init; }

    /// <summary>1, 2, 3 … without gaps: two nodes that count at once ask for the same number, and one gets it.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Tables of groups as JSON.</summary>
    public required string Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SelectionSnapshotRow>
    {
        public void Configure(EntityTypeBuilder<SelectionSnapshotRow> table)
        {
            table.ToTable("selection_snapshot");
            table.HasKey(r => new { r.CampaignId, r.Number });
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
