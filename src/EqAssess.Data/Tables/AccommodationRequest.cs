using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A candidate asks for an adjustment. Texts go when the person is erased, and as soon as nobody needs them.</summary>
public sealed class AccommodationRequest
{
    public required Guid Id { get; init; }

    public required Guid InvitationId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Codes of what is asked for, separated by spaces: <c>time breaks untimed typed scenario other</c>.</summary>
    public required string Wishes { get; init; }

    /// <summary>What would help, in the candidate's words; no diagnosis is asked for.</summary>
    public string? Text { get; set; }

    public RequestState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>What the candidate is told.</summary>
    public string? Answer { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AccommodationRequest>
    {
        public void Configure(EntityTypeBuilder<AccommodationRequest> table)
        {
            table.ToTable("accommodation_request");
            table.Property(r => r.Wishes).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.State, r.DueOn });
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Where a request of a candidate stands.</summary>
public enum RequestState
{
    Open,
    Granted,

    /// <summary>Something else than what was asked for was granted, and the answer says what.</summary>
    GrantedInPart,
    Refused,

    /// <summary>Taken back by the candidate.</summary>
    TakenBack,

    /// <summary>Done: for requests that ask for an act and not for a decision.</summary>
    Done,
}
