using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a judge says about an item to the other judges, between the rounds and in the second.</summary>
public sealed class PanelComment
{
    public required Guid Id { get; init; }

    public required Guid JudgeId { get; init; }

    public required Guid ItemVersionId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PanelComment>
    {
        public void Configure(EntityTypeBuilder<PanelComment> table)
        {
            table.ToTable("panel_comment");
            table.HasIndex(r => new { r.ItemVersionId, r.At });
            table.HasIndex(r => r.JudgeId);
            table.HasOne<PanelJudge>().WithMany().HasForeignKey(r => r.JudgeId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
