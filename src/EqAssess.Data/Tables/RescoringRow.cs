using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Somebody's proposal to score a campaign under another plan. Nothing of it counts until a second person approves it.</summary>
public sealed class RescoringRow
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>The plan that the campaign was on when it was proposed.</summary>
    public required Guid FromPlanId { get; init; }

    /// <summary>The proposed plan as canonical JSON. A row of <see cref="ScoringPlanRow"/> with its id comes about when it is approved.</summary>
    public required string Plan { get; set; }

    /// <summary>Stands on superseded reports and on the page that checks papers.</summary>
    public required string Reason { get; init; }

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required RescoringState State { get; set; }

    /// <summary>Goes up with every preview: what is approved is what was seen.</summary>
    public int Look { get; set; }

    /// <summary>When the preview was computed; null before.</summary>
    public DateTimeOffset? ComputedAt { get; set; }

    /// <summary>People whose scores the preview holds.</summary>
    public int People { get; set; }

    /// <summary>What the preview found about all of them, as JSON; null before.</summary>
    public string? Summary { get; set; }

    /// <summary>Who approved or rejected it.</summary>
    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the second person wrote.</summary>
    public string? Remark { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RescoringRow>
    {
        public void Configure(EntityTypeBuilder<RescoringRow> table)
        {
            table.ToTable("rescoring");
            table.HasIndex(r => new { r.CampaignId, r.ProposedAt });
            table.HasIndex(r => r.State);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How far a proposal has come.</summary>
public enum RescoringState
{
    /// <summary>The preview is being computed.</summary>
    Computing,

    /// <summary>It waits for a second person.</summary>
    Proposed,
    Approved,
    Rejected,
}
