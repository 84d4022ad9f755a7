using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a candidate can show for a closed attempt. It goes when the person is erased.</summary>
public sealed class Receipt
{
    public required Guid AttemptId { get; init; }

    /// <summary>What the candidate types in to have it verified; random, upper-case letters and digits.</summary>
    public required string Code { get; init; }

    /// <summary>Choices, or written answers, that the server held at the end.</summary>
    public required int Answers { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required bool TimedOut { get; init; }

    /// <summary>Hash of the last entry of the attempt's log.</summary>
    public required string Digest { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Receipt>
    {
        public void Configure(EntityTypeBuilder<Receipt> table)
        {
            table.ToTable("receipt");
            table.HasKey(r => r.AttemptId);
            table.Property(r => r.Code).HasMaxLength(Lengths.Code);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => r.Code).IsUnique();
            table.HasOne<AttemptRow>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
