using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A judge of a panel, known by a pseudonym and a link.</summary>
public sealed class PanelJudge
{
    public required Guid Id { get; init; }

    public required Guid PanelId { get; init; }

    /// <summary>From 1, in the order in which links were made.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the link's token, lower-case hex.</summary>
    public required string TokenHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the judge has introduced themselves.</summary>
    public string? Pseudonym { get; set; }

    /// <summary>Code of a <c>JudgeRole</c>; null until the judge has introduced themselves.</summary>
    public string? Role { get; set; }

    /// <summary>Whole years in contact centres.</summary>
    public int? Years { get; set; }

    /// <summary>What might colour the judgement, in the judge's words; null for nothing.</summary>
    public string? Conflicts { get; set; }

    public DateTimeOffset? JoinedAt { get; set; }

    public DateTimeOffset? RoundOneDoneAt { get; set; }

    public DateTimeOffset? RoundTwoDoneAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PanelJudge>
    {
        public void Configure(EntityTypeBuilder<PanelJudge> table)
        {
            table.ToTable("panel_judge");
            table.Property(r => r.TokenHash).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Pseudonym).HasMaxLength(Lengths.Name);
            table.Property(r => r.Role).HasMaxLength(Lengths.Code);
            table.HasIndex(r => r.TokenHash).IsUnique();
            table.HasIndex(r => new { r.PanelId, r.Number }).IsUnique();
            table.HasOne<PanelRow>().WithMany().HasForeignKey(r => r.PanelId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
