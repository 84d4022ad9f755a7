using EqAssess.Domain.Statistics.Validity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>How somebody did at work after the test, as one measure said on one day. Personal: it goes when the person is erased.</summary>
public sealed class OutcomeRow
{
    public required Guid InvitationId { get; init; }

    public required OutcomeMeasure Measure { get; init; }

    public required DateOnly MeasuredOn { get; init; }

    /// <summary>In the unit of the measure.</summary>
    public required double Value { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public required Guid? ImportedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutcomeRow>
    {
        public void Configure(EntityTypeBuilder<OutcomeRow> table)
        {
            table.ToTable("outcome");
            table.HasKey(r => new { r.InvitationId, r.Measure, r.MeasuredOn });
            table.HasOne<InvitationRow>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
