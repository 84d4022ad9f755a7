using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>That statistics are to be worked out: by a member of staff, or by the server because people have finished since. What is asked and not drawn is due.</summary>
public sealed class InsightRequest : IAppendOnly
{
    public required Guid Id { get; init; }

    public required InsightKind Kind { get; init; }

    public required Guid FormVersionId { get; init; }

    /// <summary>Of a form: the key version to look at it under; null for that of its current plan. Of a campaign and a comparison: null.</summary>
    public required Guid? KeyVersionId { get; init; }

    /// <summary>Set for a campaign alone.</summary>
    public required Guid? CampaignId { get; init; }

    /// <summary>Of a comparison: what is compared, as JSON.</summary>
    public required string? Question { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null for the server.</summary>
    public required Guid? AskedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InsightRequest>
    {
        public void Configure(EntityTypeBuilder<InsightRequest> table)
        {
            table.ToTable("insight_request");
            table.HasIndex(r => new { r.FormVersionId, r.Kind, r.AskedAt });
            table.HasIndex(r => new { r.CampaignId, r.AskedAt });
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What statistics are about.</summary>
public enum InsightKind
{
    /// <summary>All attempts on a form version, under one key.</summary>
    Form,

    /// <summary>Those of one campaign, under its own plan.</summary>
    Campaign,

    /// <summary>Several keys and methods on the attempts of a form version.</summary>
    Comparison,
}
