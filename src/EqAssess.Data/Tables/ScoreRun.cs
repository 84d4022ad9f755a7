using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One scoring of one attempt under one plan. A better key makes a new plan and a new run; nothing is overwritten.</summary>
public sealed class ScoreRun : IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid AttemptId { get; init; }

    public required Guid PlanId { get; init; }

    public required Guid KeyVersionId { get; init; }

    public required string EngineVersion { get; init; }

    public required string ResponsesSha256 { get; init; }

    /// <summary>Percent of maximum of the whole test, unrounded; null where it was not scored.</summary>
    public required double? Percent { get; init; }

    /// <summary>The whole score sheet as JSON.</summary>
    public required string Sheet { get; init; }

    public required DateTimeOffset ScoredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScoreRun>
    {
        public void Configure(EntityTypeBuilder<ScoreRun> table)
        {
            table.ToTable("score_run");
            table.Property(r => r.EngineVersion).HasMaxLength(Lengths.Code);
            table.Property(r => r.ResponsesSha256).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => new { r.AttemptId, r.PlanId }).IsUnique();

            // Lists order thousands of people by score: this holds the score without the sheet beside it.
            table.HasIndex(r => new { r.AttemptId, r.PlanId, r.Percent });
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ScoringPlanRow>().WithMany().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<KeyVersionRow>().WithMany().HasForeignKey(r => r.KeyVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
