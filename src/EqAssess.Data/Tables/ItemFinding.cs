using EqAssess.Domain.Insights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a psychologist found about an item of a form version that statistics had flagged. A second look makes another row.</summary>
public sealed class ItemFinding : IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid FormVersionId { get; init; }

    public required Guid ItemVersionId { get; init; }

    public required ReviewAbout About { get; init; }

    /// <summary>The flags that it answers (<see cref="FlagReview.Code"/>).</summary>
    public required string Flags { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemFinding>
    {
        public void Configure(EntityTypeBuilder<ItemFinding> table)
        {
            table.ToTable("item_finding");
            table.HasIndex(r => new { r.FormVersionId, r.At });
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
