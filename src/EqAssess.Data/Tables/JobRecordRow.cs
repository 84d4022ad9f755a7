using EqAssess.Domain.JobRecords;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A version of the record that ties a job to the domains of a bank. A finished one never changes; a change is a new version.</summary>
public sealed class JobRecordRow
{
    public required Guid Id { get; init; }

    /// <summary>The same in all versions: the id of the first.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>1, 2, 3 … within the series.</summary>
    public required int Number { get; init; }

    public required Guid BankId { get; init; }

    public required string JobTitle { get; set; }

    public required JobRecordStage Stage { get; set; }

    /// <summary>Simulated raters. It never leaves the demonstration.</summary>
    public required bool Simulated { get; init; }

    /// <summary>The author; null for the demonstration.</summary>
    public required Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public Guid? FinishedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobRecordRow>
    {
        public void Configure(EntityTypeBuilder<JobRecordRow> table)
        {
            table.ToTable("job_record");
            table.Property(r => r.JobTitle).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.SeriesId, r.Number }).IsUnique();
            table.HasIndex(r => r.BankId);
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
