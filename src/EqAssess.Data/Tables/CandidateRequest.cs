using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A candidate asks that a person does something about their data or their result.</summary>
public sealed class CandidateRequest
{
    public required Guid Id { get; init; }

    public required Guid InvitationId { get; init; }

    public required CandidateRequestKind Kind { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    public string? Text { get; set; }

    public RequestState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>What the candidate is told.</summary>
    public string? Answer { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CandidateRequest>
    {
        public void Configure(EntityTypeBuilder<CandidateRequest> table)
        {
            table.ToTable("candidate_request");
            table.HasIndex(r => new { r.State, r.DueOn });
            table.HasIndex(r => r.InvitationId);
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a candidate can ask for.</summary>
public enum CandidateRequestKind
{
    /// <summary>That a person looks at the result again.</summary>
    LookAgain,

    /// <summary>That everything that names them is erased.</summary>
    Erasure,
}
