using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>How somebody used the rating scale, worked out once from the log: for the base rates of a form and the filter of a list. It is no score.</summary>
public sealed class AnswerPatternRow
{
    public required Guid AttemptId { get; init; }

    public required Guid FormVersionId { get; init; }

    /// <summary>Whether the attempt counts in base rates: a person's own ratings.</summary>
    public required bool Counts { get; init; }

    /// <summary>Share of ratings, 0 to 1, at either end of the scale; null where nothing was rated.</summary>
    public required double? Ends { get; init; }

    /// <summary>Whether the score sheet carries a flag of its quality.</summary>
    public required bool Flagged { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AnswerPatternRow>
    {
        public void Configure(EntityTypeBuilder<AnswerPatternRow> table)
        {
            table.ToTable("answer_pattern");
            table.HasKey(r => r.AttemptId);
            table.HasIndex(r => new { r.FormVersionId, r.Counts, r.Ends });
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
