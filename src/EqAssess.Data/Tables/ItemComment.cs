using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a colleague says about an item. It stays with the item when new versions come.</summary>
public sealed class ItemComment
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>The id in the item's file.</summary>
    public required string ItemId { get; init; }

    /// <summary>The version that was looked at.</summary>
    public required Guid ItemVersionId { get; init; }

    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public Guid? ResolvedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemComment>
    {
        public void Configure(EntityTypeBuilder<ItemComment> table)
        {
            table.ToTable("item_comment");
            table.Property(r => r.ItemId).HasMaxLength(Lengths.Code);
            table.HasIndex(r => new { r.BankId, r.ItemId });
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
