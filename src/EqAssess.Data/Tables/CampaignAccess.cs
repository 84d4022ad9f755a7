using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A recruiter who sees a campaign that is not shared with all.</summary>
public sealed class CampaignAccess
{
    public required Guid CampaignId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>Opened the campaign, or was handed it: answers for it and shares it.</summary>
    public required bool Owner { get; set; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>Null for the server itself.</summary>
    public required Guid? GrantedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CampaignAccess>
    {
        public void Configure(EntityTypeBuilder<CampaignAccess> table)
        {
            table.ToTable("campaign_access");
            table.HasKey(r => new { r.CampaignId, r.StaffId });
            table.HasIndex(r => r.StaffId);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
