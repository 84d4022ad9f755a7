using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A text of a draft that somebody else's text replaced. Kept so that two people who edit one item lose nothing.</summary>
public sealed class ItemDraftCopy : IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid ItemVersionId { get; init; }

    /// <summary>The draft's revision that held this text, or that it would have become.</summary>
    public required int Revision { get; init; }

    /// <summary>The item as canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The author's key as canonical JSON.</summary>
    public required string? KeyProposal { get; init; }

    /// <summary>Who wrote the text that was replaced.</summary>
    public required Guid? By { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemDraftCopy>
    {
        public void Configure(EntityTypeBuilder<ItemDraftCopy> table)
        {
            table.ToTable("item_draft_copy");
            table.HasIndex(r => new { r.ItemVersionId, r.Revision });
            table.HasOne<ItemVersionRow>().WithMany().HasForeignKey(r => r.ItemVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
