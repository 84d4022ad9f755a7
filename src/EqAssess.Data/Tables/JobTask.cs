using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A task of a job, as raters read it.</summary>
public sealed class JobTask
{
    public required Guid Id { get; init; }

    public required Guid JobRecordId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; set; }

    public required string Text { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobTask>
    {
        public void Configure(EntityTypeBuilder<JobTask> table)
        {
            table.ToTable("job_task");
            table.HasIndex(r => r.JobRecordId);
            table.HasOne<JobRecordRow>().WithMany().HasForeignKey(r => r.JobRecordId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
