using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A frozen scoring plan. The newest plan of a form version that belongs to no campaign is the current one.</summary>
public sealed class ScoringPlanRow
{
    public required Guid Id { get; init; }

    public required Guid FormVersionId { get; init; }

    public required Guid KeyVersionId { get; init; }

    /// <summary>1, 2, 3 … within the form version.</summary>
    public required int Number { get; init; }

    /// <summary>The plan as canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The one campaign that it is for: it leaves out domains that the campaign's job does not need. Null for a plan of the whole form.</summary>
    public Guid? CampaignId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScoringPlanRow>
    {
        public void Configure(EntityTypeBuilder<ScoringPlanRow> table)
        {
            table.ToTable("scoring_plan");
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => new { r.FormVersionId, r.Number }).IsUnique();
            table.HasIndex(r => r.CampaignId);
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<KeyVersionRow>().WithMany().HasForeignKey(r => r.KeyVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
