using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One person of a batch: waiting, with a report, or left out.</summary>
public sealed class ReportBatchItem
{
    public required Guid BatchId { get; init; }

    /// <summary>1, 2, 3 … in the order of the zip.</summary>
    public required int Position { get; init; }

    public required Guid InvitationId { get; init; }

    /// <summary>Null until the report was asked for. No foreign key: the report may be gone.</summary>
    public Guid? ReportId { get; set; }

    /// <summary>Null while there is, or may still be, a report.</summary>
    public LeftOut? LeftOut { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportBatchItem>
    {
        public void Configure(EntityTypeBuilder<ReportBatchItem> table)
        {
            table.ToTable("report_batch_item");
            table.HasKey(r => new { r.BatchId, r.Position });
            table.HasIndex(r => new { r.ReportId, r.LeftOut });
            table.HasIndex(r => r.InvitationId);
            table.HasOne<ReportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Why a person of a batch has no report in its zip.</summary>
public enum LeftOut
{
    /// <summary>The candidate withdrew, was erased, or the invitation was taken back.</summary>
    Gone,

    NotScored,

    /// <summary>No hiring view shows the scores of the campaign.</summary>
    Hidden,

    /// <summary>The paper could not be drawn, however often it was tried.</summary>
    NotDrawn,

    /// <summary>A development plan was asked for, and the candidate is not shortlisted.</summary>
    NotShortlisted,
}
