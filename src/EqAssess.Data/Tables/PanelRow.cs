using EqAssess.Domain.Panels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A panel of judges who rate the options of chosen items in two rounds.</summary>
public sealed class PanelRow
{
    public required Guid Id { get; init; }

    public required Guid BankId { get; init; }

    public required string Title { get; set; }

    /// <summary>What the judges are asked, as they read it.</summary>
    public required string Instructions { get; set; }

    public required PanelStage Stage { get; set; }

    /// <summary>Simulated judges. Its key gets the status simulated and never leaves the demonstration.</summary>
    public required bool Simulated { get; init; }

    public required Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RoundOneClosedAt { get; set; }

    public DateTimeOffset? RoundTwoClosedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PanelRow>
    {
        public void Configure(EntityTypeBuilder<PanelRow> table)
        {
            table.ToTable("panel");
            table.Property(r => r.Title).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.BankId, r.CreatedAt });
            table.HasOne<BankRow>().WithMany().HasForeignKey(r => r.BankId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
