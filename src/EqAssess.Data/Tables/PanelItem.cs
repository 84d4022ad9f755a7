using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>An item version that a panel rates.</summary>
public sealed class PanelItem
{
    public required Guid PanelId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required Guid ItemVersionId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PanelItem>
    {
        public void Configure(EntityTypeBuilder<PanelItem> table)
        {
            table.ToTable("panel_item");
            table.HasKey(r => new { r.PanelId, r.Position });
            table.HasIndex(r => r.ItemVersionId);
            table.HasOne<PanelRow>().WithMany().HasForeignKey(r => r.PanelId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
