using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Who a candidate is. No other table names anybody.</summary>
public sealed class CandidateRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>Upper case, invariant: the same person is recognised by it.</summary>
    public required string NormalizedEmail { get; set; }

    /// <summary>Made up by the demonstration; fixed when the row is made.</summary>
    public required bool Simulated { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When name and address were erased; again, where rows of a request that was under way came late.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>While set, nothing of this person is erased.</summary>
    public DateTimeOffset? HeldSince { get; set; }

    /// <summary>After an erasure: when what the database's files still held of the person was overwritten. Null until that is done.</summary>
    public DateTimeOffset? OverwrittenAt { get; set; }

    /// <summary>IANA time zone that the person's own page told; null before.</summary>
    public string? Zone { get; set; }

    /// <summary>The same person under another address; that one is merged into nobody. Null for a person of their own.</summary>
    public Guid? MergedIntoId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CandidateRow>
    {
        public void Configure(EntityTypeBuilder<CandidateRow> table)
        {
            table.ToTable("candidate");
            table.Property(r => r.Name).HasMaxLength(Lengths.Name);
            table.Property(r => r.Email).HasMaxLength(Lengths.Address);
            table.Property(r => r.NormalizedEmail).HasMaxLength(Lengths.Address);
            table.Property(r => r.Zone).HasMaxLength(Lengths.Label);
            table.HasIndex(r => r.NormalizedEmail).IsUnique();
            table.HasIndex(r => r.MergedIntoId);
        }
    }
}
