using EqAssess.Domain.Banks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One immutable version of an item. A changed file makes a new row with the next number.</summary>
public sealed class ItemVersionRow
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>The id in the item's file.</summary>
    public required string ItemId { get; init; }

    /// <summary>1, 2, 3 … within the item.</summary>
    public required int Number { get; init; }

    public required ItemUse Use { get; init; }

    public required string Facet { get; init; }

    public required string Domain { get; init; }

    /// <summary>The item as canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether a later version, or the removal of the file, has taken its place. Forms keep what they froze.</summary>
    public required bool Current { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemVersionRow>
    {
        public void Configure(EntityTypeBuilder<ItemVersionRow> table)
        {
            table.ToTable("item_version");
            table.Property(r => r.ItemId).HasMaxLength(Lengths.Code);
            table.Property(r => r.Facet).HasMaxLength(Lengths.Code);
            table.Property(r => r.Domain).HasMaxLength(Lengths.Code);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => new { r.BankId, r.ItemId, r.Number }).IsUnique();
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
