using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A one-time link with which somebody sets a password: the first administrator's, or one that an administrator made.</summary>
public sealed class StaffInvitation
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Null for the set-up link, whose user types an address.</summary>
    public required string? Email { get; init; }

    public required string? DisplayName { get; init; }

    /// <summary>Role names, joined by commas.</summary>
    public required string Roles { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StaffInvitation>
    {
        public void Configure(EntityTypeBuilder<StaffInvitation> table)
        {
            table.ToTable("staff_invitation");
            table.Property(r => r.TokenHash).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Email).HasMaxLength(Lengths.Address);
            table.Property(r => r.DisplayName).HasMaxLength(Lengths.Name);
            table.Property(r => r.Roles).HasMaxLength(Lengths.Name);
            table.HasIndex(r => r.TokenHash).IsUnique();
        }
    }
}
