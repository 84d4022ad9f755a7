using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A domain of the bank is needed in a task.</summary>
public sealed class JobTaskLink
{
    public required Guid JobTaskId { get; init; }

    /// <summary>Domain code.</summary>
    public required string Domain { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobTaskLink>
    {
        public void Configure(EntityTypeBuilder<JobTaskLink> table)
        {
            table.ToTable("job_task_link");
            table.Property(r => r.Domain).HasMaxLength(Lengths.Code);
            table.HasKey(r => new { r.JobTaskId, r.Domain });
            table.HasOne<JobTask>().WithMany().HasForeignKey(r => r.JobTaskId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
