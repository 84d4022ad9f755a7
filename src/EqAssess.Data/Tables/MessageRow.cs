using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A message to a candidate that is due, under way or done. It holds no text and no address: both are made when it is sent.</summary>
public sealed class MessageRow
{
    public required Guid Id { get; init; }

    public required Guid InvitationId { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>Tells messages of one kind apart: the hours before closing of a reminder, the number of a resend.</summary>
    public required int Slot { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public MessageState State { get; set; }

    /// <summary>Earliest instant of the next try.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; set; }

    /// <summary>The server's words or ours about the last try that failed; no address in it.</summary>
    public string? Failure { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MessageRow>
    {
        public void Configure(EntityTypeBuilder<MessageRow> table)
        {
            table.ToTable("message");
            table.Property(r => r.Failure).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.InvitationId, r.Kind, r.Slot }).IsUnique();
            table.HasIndex(r => new { r.State, r.DueAt });
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a message is about.</summary>
public enum MessageKind
{
    Invitation,
    Reminder,

    /// <summary>What a candidate can show for a closed attempt.</summary>
    Receipt,

    /// <summary>A request was answered; the answer stands on the candidate's page.</summary>
    RequestAnswered,

    /// <summary>A request for an adjustment was decided. No page that recruiters open shows it.</summary>
    AdjustmentDecided,

    /// <summary>What a person was granted without having asked. No page that recruiters open shows it.</summary>
    AdjustmentGranted,

    /// <summary>Answers were scored anew, and the feedback in words reads differently.</summary>
    Rescored,
}

/// <summary>Mail is at most once: from <see cref="Claimed"/> there is no way back to <see cref="Due"/> but a definite refusal that may be retried.</summary>
public enum MessageState
{
    Due,
    Claimed,
    Sent,

    /// <summary>The server refused it for good.</summary>
    Refused,

    /// <summary>The claim has no outcome: it may or may not have arrived. People decide whether to send again.</summary>
    Uncertain,

    /// <summary>The server refused the address, or has no way to it: it waits to be corrected.</summary>
    AddressRefused,

    /// <summary>No longer wanted: handed in, revoked or closed before it was sent.</summary>
    Dropped,
}
