using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Statistics as they were worked out at one moment. A later moment makes another row; nothing is overwritten.</summary>
public sealed class InsightRow : IAppendOnly
{
    /// <summary>Of the request, which is answered once.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the rules by which it was worked out; it goes up when the same attempts could give other numbers.</summary>
    public required string Definition { get; init; }

    /// <summary>Label of the key version, or of the keys of a comparison.</summary>
    public required string KeyLabel { get; init; }

    /// <summary>Plan under which was scored; null for a key that no plan of the form has, and for a comparison.</summary>
    public required Guid? PlanId { get; init; }

    /// <summary>Attempts that count.</summary>
    public required int Attempts { get; init; }

    /// <summary>Closed attempts of real people that were there, whether or not they count: more of them later make it stale.</summary>
    public required int Closed { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    public required int TookMilliseconds { get; init; }

    /// <summary>The result as JSON.</summary>
    public required string Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InsightRow>
    {
        public void Configure(EntityTypeBuilder<InsightRow> table)
        {
            table.ToTable("insight");
            table.Property(r => r.Definition).HasMaxLength(Lengths.Code);
            table.Property(r => r.KeyLabel).HasMaxLength(Lengths.Name);
            table.HasOne<InsightRequest>().WithOne().HasForeignKey<InsightRow>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
