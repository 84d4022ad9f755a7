using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One attempt in the preview of a rescoring: what it scores under the plan of the campaign and under the proposed one.</summary>
public sealed class RescoringScore
{
    public required Guid RescoringId { get; init; }

    public required Guid AttemptId { get; init; }

    /// <summary>Percent of maximum, unrounded; null where it was not scored.</summary>
    public required double? Before { get; init; }

    public required double? After { get; init; }

    /// <summary>Whether the score differs from the highest one by less than the reliable difference.</summary>
    public required bool NearTopBefore { get; init; }

    public required bool NearTopAfter { get; init; }

    /// <summary>Of how many others it can be said anew, or no more, or the other way round, whose score is reliably higher.</summary>
    public required int OrderChanges { get; init; }

    /// <summary>Whether a data-quality flag comes or goes.</summary>
    public required bool FlagsChange { get; init; }

    /// <summary>Whether the candidate's feedback in words reads differently.</summary>
    public required bool FeedbackChanges { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RescoringScore>
    {
        public void Configure(EntityTypeBuilder<RescoringScore> table)
        {
            table.ToTable("rescoring_score");
            table.HasKey(r => new { r.RescoringId, r.AttemptId });
            table.HasOne<RescoringRow>().WithMany().HasForeignKey(r => r.RescoringId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
