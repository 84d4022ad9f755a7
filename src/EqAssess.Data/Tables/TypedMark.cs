using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One person's mark of one written answer. Nobody sees another's mark before giving their own.</summary>
public sealed class TypedMark : IAppendOnly
{
    public required Guid AttemptId { get; init; }

    public required Guid ItemVersionId { get; init; }

    public required Guid MarkerId { get; init; }

    /// <summary>On the scale of the rubric; what it is worth in points is Domain's business.</summary>
    public required int Mark { get; init; }

    public required DateTimeOffset MarkedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TypedMark>
    {
        public void Configure(EntityTypeBuilder<TypedMark> table)
        {
            table.ToTable("typed_mark");
            table.HasKey(r => new { r.AttemptId, r.ItemVersionId, r.MarkerId });
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
