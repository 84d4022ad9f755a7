using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>The place of an item version in a form version.</summary>
public sealed class FormItemRow
{
    public required Guid FormVersionId { get; init; }

    /// <summary>From 1; practice items are numbered apart.</summary>
    public required int Position { get; init; }

    public required bool Practice { get; init; }

    public required Guid ItemVersionId { get; init; }

    /// <summary>Tried out: shown and answered like the others, and never counted.</summary>
    public bool Pretest { get; init; }

    /// <summary>Option ids in the order in which the form shows them, joined by commas; null for the order of the item.</summary>
    public string? OptionOrder { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormItemRow>
    {
        public void Configure(EntityTypeBuilder<FormItemRow> table)
        {
            table.ToTable("form_item");
            table.Property(r => r.Pretest).HasDefaultValue(false).ValueGeneratedNever();
            table.HasKey(r => new { r.FormVersionId, r.Practice, r.Position });
            table.HasIndex(r => r.ItemVersionId);
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
