using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A time in which no server process was alive. Attempts that were running get it back.</summary>
public sealed class Outage
{
    public required Guid Id { get; init; }

    /// <summary>The last sign of life before it. Unique: two processes that notice the same gap write one row.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>When every attempt that was running had its time back; null while that is under way.</summary>
    public DateTimeOffset? CompensatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Outage>
    {
        public void Configure(EntityTypeBuilder<Outage> table)
        {
            table.ToTable("outage");
            table.HasIndex(r => r.BeganAt).IsUnique();
        }
    }
}
