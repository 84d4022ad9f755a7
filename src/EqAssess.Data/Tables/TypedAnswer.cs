using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a candidate wrote. The attempt's log holds the digest of salt and text only, so that erasing this row leaves nothing behind.</summary>
public sealed class TypedAnswer
{
    public required Guid AttemptId { get; init; }

    public required Guid ItemVersionId { get; init; }

    public required string Text { get; set; }

    /// <summary>32 random bytes, lower-case hex, made anew for each text.</summary>
    public required string Salt { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }

    /// <summary>Whether the place of the item is only tried out: nobody marks the answer. An equivalent item stands in no form and does not say it itself.</summary>
    public bool Pretest { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TypedAnswer>
    {
        public void Configure(EntityTypeBuilder<TypedAnswer> table)
        {
            table.ToTable("typed_answer");
            table.HasKey(r => new { r.AttemptId, r.ItemVersionId });
            table.Property(r => r.Pretest).HasDefaultValue(false).ValueGeneratedNever();
            table.Property(r => r.Salt).HasMaxLength(Lengths.Sha256);
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
