using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a judge thinks of one option in one round. It may change until the judge hands the round in.</summary>
public sealed class PanelRating
{
    public required Guid JudgeId { get; init; }

    /// <summary>1 or 2.</summary>
    public required int Round { get; init; }

    public required Guid ItemVersionId { get; init; }

    /// <summary>Option id.</summary>
    public required string Option { get; init; }

    /// <summary>A point of the key's scale.</summary>
    public required int Value { get; set; }

    public required DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PanelRating>
    {
        public void Configure(EntityTypeBuilder<PanelRating> table)
        {
            table.ToTable("panel_rating");
            table.Property(r => r.Option).HasMaxLength(Lengths.Code);
            table.HasKey(r => new { r.JudgeId, r.Round, r.ItemVersionId, r.Option });
            table.HasIndex(r => r.ItemVersionId);
            table.HasOne<PanelJudge>().WithMany().HasForeignKey(r => r.JudgeId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
