using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>What a person was granted. It belongs to the person and holds in every test; it says what, and never why.</summary>
public sealed class AccommodationRow
{
    public required Guid CandidateId { get; init; }

    /// <summary>Of every time limit, 100 to 400.</summary>
    public required int Percent { get; set; }

    public required bool Untimed { get; set; }

    /// <summary>All stop-the-clock breaks of one attempt together.</summary>
    public required int BreakMinutes { get; set; }

    /// <summary>Answers are written instead of chosen.</summary>
    public required bool Typed { get; set; }

    /// <summary>Ids of items that the person is spared, in every version, separated by spaces; equivalent ones take their places.</summary>
    public required string SparedItems { get; set; }

    public required DateTimeOffset GrantedAt { get; set; }

    public required Guid GrantedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AccommodationRow>
    {
        public void Configure(EntityTypeBuilder<AccommodationRow> table)
        {
            table.ToTable("accommodation");
            table.HasKey(r => r.CandidateId);
            table.HasOne<CandidateRow>().WithMany().HasForeignKey(r => r.CandidateId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
