using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>The one organisation of an installation. <see cref="Demonstration"/> is fixed when the row is made.</summary>
public sealed class Workspace
{
    public required Guid Id { get; init; }

    public required bool Demonstration { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Key of the digests that stand in the place of attempts in monitoring answers, protected; null before the first, and where the configuration holds it.</summary>
    public string? MonitoringKey { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Workspace>
    {
        public void Configure(EntityTypeBuilder<Workspace> table) => table.ToTable("workspace");
    }
}
