using EqAssess.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Many reports of one campaign, asked for at once. Its progress is a count over its items; the zip is made while it is downloaded.</summary>
public sealed class ReportBatch
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required ReportKind Kind { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required Guid? RequestedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportBatch>
    {
        public void Configure(EntityTypeBuilder<ReportBatch> table)
        {
            table.ToTable("report_batch");
            table.HasIndex(r => new { r.CampaignId, r.RequestedAt });
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
