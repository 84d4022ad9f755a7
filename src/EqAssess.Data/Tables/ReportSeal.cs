using EqAssess.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>
/// What is known of a paper by its code. It names nobody and outlives the report, so that a paper about somebody who was erased is known
/// to be withdrawn.
/// </summary>
public sealed class ReportSeal
{
    /// <summary>Random; printed on the paper.</summary>
    public required string Code { get; init; }

    /// <summary>No foreign key: the report may be gone.</summary>
    public required Guid ReportId { get; init; }

    public required ReportKind Kind { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>SHA-256 of the canonical document; null since the person was erased.</summary>
    public required string? Digest { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportSeal>
    {
        public void Configure(EntityTypeBuilder<ReportSeal> table)
        {
            table.ToTable("report_seal");
            table.HasKey(r => r.Code);
            table.Property(r => r.Code).HasMaxLength(Lengths.Code);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => r.ReportId).IsUnique();
        }
    }
}
