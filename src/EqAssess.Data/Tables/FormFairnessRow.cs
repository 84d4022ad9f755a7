using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One comparison of groups on a form version: score gaps and differential functioning of its items. It tells of nobody, and stays when people are erased.</summary>
public sealed class FormFairnessRow : IAppendOnly
{
    public required Guid FormVersionId { get; init; }

    /// <summary>1, 2, 3 … without gaps, as in <see cref="SelectionSnapshotRow"/>.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Comparisons as JSON.</summary>
    public required string Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormFairnessRow>
    {
        public void Configure(EntityTypeBuilder<FormFairnessRow> table)
        {
            table.ToTable("form_fairness");
            table.HasKey(r => new { r.FormVersionId, r.Number });
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
