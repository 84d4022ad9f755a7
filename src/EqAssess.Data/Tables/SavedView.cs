using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A filter and an order of results that a member of staff gave a name. It fits every campaign.</summary>
public sealed class SavedView
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required string Name { get; init; }

    /// <summary>The query of the list's address, without the question mark.</summary>
    public required string Query { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> table)
        {
            table.ToTable("saved_view");
            table.Property(r => r.Name).HasMaxLength(Lengths.Label);
            table.HasIndex(r => new { r.StaffId, r.Name }).IsUnique();
        }
    }
}
