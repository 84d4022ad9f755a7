using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a rater thinks of one task. It may change until the rater hands in.</summary>
public sealed class JobRating
{
    public required Guid JobRaterId { get; init; }

    public required Guid JobTaskId { get; init; }

    /// <summary>1 to 5; null while it is not rated.</summary>
    public required int? Importance { get; set; }

    /// <summary>1 to 5; null while it is not rated.</summary>
    public required int? Frequency { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobRating>
    {
        public void Configure(EntityTypeBuilder<JobRating> table)
        {
            table.ToTable("job_rating");
            table.HasKey(r => new { r.JobRaterId, r.JobTaskId });
            table.HasIndex(r => r.JobTaskId);
            table.HasOne<JobRater>().WithMany().HasForeignKey(r => r.JobRaterId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<JobTask>().WithMany().HasForeignKey(r => r.JobTaskId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
