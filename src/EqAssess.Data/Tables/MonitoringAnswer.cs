using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One voluntary answer for selection-rate monitoring, stored apart: only a job that makes aggregates can tell whose attempt it belongs to.</summary>
public sealed class MonitoringAnswer
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>Keyed digest of the attempt, lower-case hex; the key is not in the database in the clear.</summary>
    public required string Subject { get; init; }

    /// <summary>Code of the question, for example <c>sex</c>.</summary>
    public required string Question { get; init; }

    /// <summary>Code of the category.</summary>
    public required string Answer { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MonitoringAnswer>
    {
        public void Configure(EntityTypeBuilder<MonitoringAnswer> table)
        {
            table.ToTable("monitoring_answer");
            table.Property(r => r.Subject).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Question).HasMaxLength(Lengths.Code);
            table.Property(r => r.Answer).HasMaxLength(Lengths.Code);
            table.HasIndex(r => new { r.Subject, r.Question }).IsUnique();
            table.HasIndex(r => r.CampaignId);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
