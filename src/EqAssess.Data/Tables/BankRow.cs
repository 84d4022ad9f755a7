using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A bank as last imported: its head. Items and keys have tables of their own.</summary>
public sealed class BankRow
{
    public required Guid Id { get; init; }

    /// <summary>The id in bank.yaml.</summary>
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string Language { get; init; }

    /// <summary>All of <c>bank.yaml</c> and of <c>forms/</c> as JSON.</summary>
    public required string Head { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BankRow>
    {
        public void Configure(EntityTypeBuilder<BankRow> table)
        {
            table.ToTable("bank");
            table.Property(r => r.Slug).HasMaxLength(Lengths.Code);
            table.Property(r => r.Title).HasMaxLength(Lengths.Name);
            table.Property(r => r.Language).HasMaxLength(Lengths.Code);
            table.HasIndex(r => r.Slug).IsUnique();
        }
    }
}
