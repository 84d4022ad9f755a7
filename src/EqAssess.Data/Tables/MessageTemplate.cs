using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A version of the text of one kind of message in one language. The newest counts; the text as it ships stands in the resource files.</summary>
public sealed class MessageTemplate : IAppendOnly
{
    public required Guid Id { get; init; }

    /// <summary>A <see cref="MessageKind"/>, or <c>ReminderStarted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Two letters, ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>From 1, for each kind and language.</summary>
    public required int Version { get; init; }

    /// <summary>Null, as is <see cref="Body"/>, where somebody went back to the text as it ships.</summary>
    public required string? Subject { get; init; }

    public required string? Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Guid? CreatedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MessageTemplate>
    {
        public void Configure(EntityTypeBuilder<MessageTemplate> table)
        {
            table.ToTable("message_template");
            table.Property(r => r.Kind).HasMaxLength(Lengths.Code);
            table.Property(r => r.Language).HasMaxLength(Lengths.Code);
            table.Property(r => r.Subject).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.Kind, r.Language, r.Version }).IsUnique();
        }
    }
}
