using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One event of an attempt, chained to the one before by its hash. It names nobody.</summary>
public sealed class AttemptLogEntry : IAppendOnly
{
    public required Guid AttemptId { get; init; }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>Made by the writer of the request; the same id twice is one entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The rendered page, or the job, that wrote it.</summary>
    public required Guid WriterId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Kind { get; init; }

    /// <summary>The event as JSON text; never a JSON column, which would rewrite the text under the hash.</summary>
    public required string Payload { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttemptLogEntry>
    {
        public void Configure(EntityTypeBuilder<AttemptLogEntry> table)
        {
            table.ToTable("attempt_log");
            table.HasKey(r => new { r.AttemptId, r.Sequence });
            table.HasIndex(r => new { r.AttemptId, r.EntryId }).IsUnique();
            table.Property(r => r.Kind).HasMaxLength(Lengths.Code);
            table.Property(r => r.PreviousHash).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Hash).HasMaxLength(Lengths.Sha256);
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
