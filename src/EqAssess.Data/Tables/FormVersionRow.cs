using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A published form version. Immutable.</summary>
public sealed class FormVersionRow
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    public required string Title { get; init; }

    /// <summary>1, 2, 3 … among the bank's forms of this title.</summary>
    public required int Number { get; init; }

    public required int TimeLimitSeconds { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Guid? PublishedBy { get; init; }

    /// <summary>The blueprint that it was assembled from, as JSON; null where a person chose the items.</summary>
    public string? Blueprint { get; init; }

    /// <summary>The seed of the assembly, and of the order of options: the same seed and bank give the same form.</summary>
    public long? Seed { get; init; }

    /// <summary>What the assembly found out about overlap and expected difficulty, as JSON.</summary>
    public string? Assembly { get; init; }

    /// <summary>Sections with their limits as JSON; null where the form is one piece.</summary>
    public string? Sections { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormVersionRow>
    {
        public void Configure(EntityTypeBuilder<FormVersionRow> table)
        {
            table.ToTable("form_version");
            table.Property(r => r.Title).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.BankId, r.Title, r.Number }).IsUnique();
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
