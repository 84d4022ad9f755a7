using EqAssess.Domain.Banks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One version of an item. Its content changes while it is a draft and never again; a change of a later one makes a new row with the next number.</summary>
public sealed class ItemVersionRow
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>The id in the item's file.</summary>
    public required string ItemId { get; init; }

    /// <summary>1, 2, 3 … within the item.</summary>
    public required int Number { get; init; }

    public required ItemUse Use { get; set; }

    public required string Facet { get; set; }

    public required string Domain { get; set; }

    /// <summary>The item as canonical JSON.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Digest { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether this is the version in use: its status is live. Forms keep what they froze.</summary>
    public required bool Current { get; set; }

    /// <summary>The fold of its events, kept for queries.</summary>
    public required ItemStatus Status { get; set; }

    public required ItemOrigin Origin { get; init; }

    /// <summary>Counts the changes of a draft, so that two people who edit it notice each other.</summary>
    public int Revision { get; set; }

    /// <summary>The author's key for this text as canonical JSON; null where a key version brings it.</summary>
    public string? KeyProposal { get; set; }

    /// <summary>When the draft was last saved; null for versions that came from files.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Who saved the draft last.</summary>
    public Guid? ChangedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemVersionRow>
    {
        public void Configure(EntityTypeBuilder<ItemVersionRow> table)
        {
            table.ToTable("item_version");
            table.Property(r => r.ItemId).HasMaxLength(Lengths.Code);
            table.Property(r => r.Facet).HasMaxLength(Lengths.Code);
            table.Property(r => r.Domain).HasMaxLength(Lengths.Code);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Status).HasDefaultValue(ItemStatus.Live).ValueGeneratedNever();
            table.Property(r => r.Origin).HasDefaultValue(ItemOrigin.Files).ValueGeneratedNever();
            table.Property(r => r.Revision).HasDefaultValue(0).ValueGeneratedNever().IsConcurrencyToken();
            table.HasIndex(r => new { r.BankId, r.ItemId, r.Number }).IsUnique();
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
