using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Who has a draft open in the editor, and when the page last said so.</summary>
public sealed class ItemEditor
{
    public required Guid ItemVersionId { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemEditor>
    {
        public void Configure(EntityTypeBuilder<ItemEditor> table)
        {
            table.ToTable("item_editor");
            table.HasKey(r => new { r.ItemVersionId, r.StaffId });
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
