using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A link to an invitation. Each message carries its own, minted when it is sent; only the hash is kept.</summary>
public sealed class InvitationLink
{
    /// <summary>SHA-256 of the token's 32 random bytes, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    public required Guid InvitationId { get; init; }

    public required DateTimeOffset MintedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvitationLink>
    {
        public void Configure(EntityTypeBuilder<InvitationLink> table)
        {
            table.ToTable("invitation_link");
            table.HasKey(r => r.TokenHash);
            table.Property(r => r.TokenHash).HasMaxLength(Lengths.Sha256);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
