using EqAssess.Domain.Banks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One step in the life of an item version. Its status is the fold of these.</summary>
public sealed class ItemVersionEvent : IAppendOnly
{
    public required Guid ItemVersionId { get; init; }

    /// <summary>From 1; a duplicate means that somebody else took a step first.</summary>
    public required int Sequence { get; init; }

    public required ItemStep Step { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Staff member; null for an import by the server.</summary>
    public required Guid? By { get; init; }

    /// <summary>What the person wrote with it, for example why a version was returned.</summary>
    public required string? Note { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemVersionEvent>
    {
        public void Configure(EntityTypeBuilder<ItemVersionEvent> table)
        {
            table.ToTable("item_version_event");
            table.HasKey(r => new { r.ItemVersionId, r.Sequence });
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
