using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A candidate's place in a campaign.</summary>
public sealed class InvitationRow
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required Guid CandidateId { get; init; }

    /// <summary>Made by the demonstration; fixed when the row is made.</summary>
    public required bool Simulated { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When the candidate withdrew: nobody decides on this application any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Until when a test may be started although the campaign is over: an adjustment took its time. Null for the campaign's own end.</summary>
    public DateTimeOffset? StartUntil { get; set; }

    /// <summary>Place among equal scores, drawn with the campaign's seed: no name comes first for good.</summary>
    public int Draw { get; init; }

    /// <summary>Until when the hiring team lets this one person start although the campaign is over; null for the campaign's own end.</summary>
    public DateTimeOffset? ExtendedUntil { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvitationRow>
    {
        public void Configure(EntityTypeBuilder<InvitationRow> table)
        {
            table.ToTable("invitation");
            table.Property(r => r.Draw).HasDefaultValue(0).ValueGeneratedNever();
            table.HasIndex(r => new { r.CampaignId, r.CandidateId }).IsUnique();
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<CandidateRow>().WithMany().HasForeignKey(r => r.CandidateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
