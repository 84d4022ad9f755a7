using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>The full text of a message that went out, kept in Development only, so that its link can be opened.</summary>
public sealed class KeptMessage
{
    /// <summary>The message's id.</summary>
    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeptMessage>
    {
        public void Configure(EntityTypeBuilder<KeptMessage> table)
        {
            table.ToTable("kept_message");
            table.Property(r => r.To).HasMaxLength(Lengths.Address);
            table.Property(r => r.Subject).HasMaxLength(Lengths.Name);
        }
    }
}
