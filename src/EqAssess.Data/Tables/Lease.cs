using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Keeps a heavy sweep to one node for a while.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public required Guid Holder { get; set; }

    public required DateTimeOffset Until { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Lease>
    {
        public void Configure(EntityTypeBuilder<Lease> table)
        {
            table.ToTable("lease");
            table.HasKey(r => r.Name);
            table.Property(r => r.Name).HasMaxLength(Lengths.Code);
        }
    }
}
