using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>Who among the staff did or saw what, and when.</summary>
public sealed class AuditEntry : IAppendOnly
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Staff member; null for the server itself.</summary>
    public required Guid? Actor { get; init; }

    /// <summary>Code of the act, for example <c>report-viewed</c>.</summary>
    public required string Act { get; init; }

    /// <summary>Id of the row it was done to.</summary>
    public required Guid Subject { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> table)
        {
            table.ToTable("audit_log");
            table.Property(r => r.Act).HasMaxLength(Lengths.Code);
            table.HasIndex(r => new { r.Subject, r.At });
        }
    }
}
