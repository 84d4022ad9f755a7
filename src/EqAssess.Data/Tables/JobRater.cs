using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Somebody who does or supervises the job, known by a link and nothing personal.</summary>
public sealed class JobRater
{
    public required Guid Id { get; init; }

    public required Guid JobRecordId { get; init; }

    /// <summary>From 1, in the order in which links were made.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the link's token, lower-case hex.</summary>
    public required string TokenHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Code of a <c>RaterRole</c>; null until the rater said it.</summary>
    public string? Role { get; set; }

    /// <summary>When the rater handed in. Only then the ratings count, and are shown among those of others.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobRater>
    {
        public void Configure(EntityTypeBuilder<JobRater> table)
        {
            table.ToTable("job_rater");
            table.Property(r => r.TokenHash).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Role).HasMaxLength(Lengths.Code);
            table.HasIndex(r => r.TokenHash).IsUnique();
            table.HasIndex(r => new { r.JobRecordId, r.Number }).IsUnique();
            table.HasOne<JobRecordRow>().WithMany().HasForeignKey(r => r.JobRecordId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
