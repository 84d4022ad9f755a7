using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>The last sign of life of one server process. Gaps in which no process beat are outages.</summary>
public sealed class Heartbeat
{
    /// <summary>Made anew by each start of a process.</summary>
    public required Guid ProcessId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>By the wall clock.</summary>
    public required DateTimeOffset BeatAt { get; set; }

    /// <summary>Milliseconds since the start of the process by its monotonic clock: tells a pause from a stepped wall clock.</summary>
    public required long MonotonicMilliseconds { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Heartbeat>
    {
        public void Configure(EntityTypeBuilder<Heartbeat> table)
        {
            table.ToTable("heartbeat");
            table.HasKey(r => r.ProcessId);
            table.HasIndex(r => r.BeatAt);
        }
    }
}
