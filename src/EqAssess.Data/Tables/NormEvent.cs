using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>That a norm version was published or withdrawn: each once, in this order.</summary>
public sealed class NormEvent : IAppendOnly
{
    public required Guid NormVersionId { get; init; }

    public required NormEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? By { get; init; }

    /// <summary>Why it was published although it differs from the version before, or why it was withdrawn; empty where nobody had to say.</summary>
    public required string Note { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NormEvent>
    {
        public void Configure(EntityTypeBuilder<NormEvent> table)
        {
            table.ToTable("norm_event");
            table.HasKey(r => new { r.NormVersionId, r.Kind });
            table.HasOne<NormVersionRow>().WithMany().HasForeignKey(r => r.NormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum NormEventKind
{
    /// <summary>Campaigns may choose it from now on.</summary>
    Published,

    /// <summary>No campaign may choose it any more; those that have it keep it.</summary>
    Withdrawn,
}
