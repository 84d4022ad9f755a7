using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>An immutable key version of a bank.</summary>
public sealed class KeyVersionRow : IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    /// <summary>The version in the key's file, for example <c>draft-1</c>.</summary>
    public required string Label { get; init; }

    public required KeyStatus Status { get; init; }

    public required string Source { get; init; }

    /// <summary>The key as canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Made in a demonstration workspace: no campaign outside it accepts the key.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>The panel that it was published from; null for a key of authors.</summary>
    public Guid? PanelId { get; init; }

    /// <summary>Who published it; null for an import by the server.</summary>
    public Guid? PublishedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeyVersionRow>
    {
        public void Configure(EntityTypeBuilder<KeyVersionRow> table)
        {
            table.ToTable("key_version");
            table.Property(r => r.Label).HasMaxLength(Lengths.Label);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => new { r.BankId, r.Label }).IsUnique();
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
