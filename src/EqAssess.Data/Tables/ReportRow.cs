using EqAssess.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A report. The document is kept; the PDF is drawn from it and can be drawn again.</summary>
public sealed class ReportRow
{
    public required Guid Id { get; init; }

    /// <summary>The score run that it is about; of a comparison the first, and all of them stand in <see cref="ReportSubject"/>.</summary>
    public required Guid ScoreRunId { get; init; }

    /// <summary>The report document in its canonical form (<see cref="CanonicalReport"/>).</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>: the same content is drawn once.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required Guid? RequestedBy { get; init; }

    public DateTimeOffset? DrawnAt { get; set; }

    public byte[]? Pdf { get; set; }

    /// <summary>Tries that failed so far.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? NextTryAt { get; set; }

    public ReportKind Kind { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportRow>
    {
        public void Configure(EntityTypeBuilder<ReportRow> table)
        {
            table.ToTable("report");
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Kind).HasDefaultValue(ReportKind.Recruiter).ValueGeneratedNever();
            table.HasIndex(r => new { r.ScoreRunId, r.Digest }).IsUnique();
            table.HasIndex(r => new { r.DrawnAt, r.RequestedAt });
            table.HasOne<ScoreRun>().WithMany().HasForeignKey(r => r.ScoreRunId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
