using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A score run that a comparison is about: the paper goes when any of its people withdraws or is erased.</summary>
public sealed class ReportSubject
{
    public required Guid ReportId { get; init; }

    public required Guid ScoreRunId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportSubject>
    {
        public void Configure(EntityTypeBuilder<ReportSubject> table)
        {
            table.ToTable("report_subject");
            table.HasKey(r => new { r.ReportId, r.ScoreRunId });
            table.HasOne<ReportRow>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ScoreRun>().WithMany().HasForeignKey(r => r.ScoreRunId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
