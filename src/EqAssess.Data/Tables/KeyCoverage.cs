using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>That a key version was made for exactly this item version. A key says nothing of a text that its authors did not see.</summary>
public sealed class KeyCoverage : IAppendOnly
{
    public required Guid KeyVersionId { get; init; }

    public required Guid ItemVersionId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeyCoverage>
    {
        public void Configure(EntityTypeBuilder<KeyCoverage> table)
        {
            table.ToTable("key_coverage");
            table.HasKey(r => new { r.KeyVersionId, r.ItemVersionId });
            table.HasIndex(r => r.ItemVersionId);
            table.HasOne<KeyVersionRow>().WithMany().HasForeignKey(r => r.KeyVersionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
