using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A list of people who are to be invited: read, looked through, and worked off in chunks after somebody agreed to it.</summary>
public sealed class InvitationImport
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Guid? CreatedBy { get; init; }

    public ImportState State { get; set; }

    /// <summary>Rows that were read.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that the present step has behind it: looked through while <see cref="ImportState.Checking"/>, worked off while <see cref="ImportState.Inviting"/>.</summary>
    public int Done { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvitationImport>
    {
        public void Configure(EntityTypeBuilder<InvitationImport> table)
        {
            table.ToTable("invitation_import");
            table.HasIndex(r => r.State);
            table.HasOne<CampaignRow>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How far a list is.</summary>
public enum ImportState
{
    /// <summary>Its rows are being stored. A list that stays here was cut off, and is forgotten.</summary>
    Reading,
    Checking,

    /// <summary>Waits for somebody to agree.</summary>
    Checked,
    Inviting,
    Finished,
}
