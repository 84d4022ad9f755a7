using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>One row of a list, with what would happen to it and what did. It goes some days after the list was made.</summary>
public sealed class InvitationImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>Line in the file or the pasted text, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>As written, cut at the length of the column.</summary>
    public required string Name { get; init; }

    /// <inheritdoc cref="Name"/>
    public required string Address { get; init; }

    /// <summary>As in <see cref="CandidateRow.NormalizedEmail"/>; empty where there is no address.</summary>
    public required string NormalizedAddress { get; init; }

    /// <summary>Why the row cannot be read; null where it can.</summary>
    public InvitationOutcome? Unreadable { get; init; }

    /// <summary>What would happen, when somebody looked; null before.</summary>
    public InvitationOutcome? Expected { get; set; }

    public InvitationWarning? Warning { get; set; }

    /// <summary>What the warning or the outcome is about: the name that an address is known under, or the day from which a test is possible again.</summary>
    public string? Note { get; set; }

    /// <summary>What happened; null before.</summary>
    public InvitationOutcome? Outcome { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InvitationImportRow>
    {
        public void Configure(EntityTypeBuilder<InvitationImportRow> table)
        {
            table.ToTable("invitation_import_row");
            table.HasKey(r => new { r.ImportId, r.Sequence });
            table.Property(r => r.Name).HasMaxLength(Lengths.Address);
            table.Property(r => r.Address).HasMaxLength(Lengths.Address);
            table.Property(r => r.NormalizedAddress).HasMaxLength(Lengths.Address);
            table.Property(r => r.Note).HasMaxLength(Lengths.Name);
            table.HasIndex(r => new { r.NormalizedAddress, r.ImportId });
            table.HasOne<InvitationImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What becomes of one row. Worded in StaffWords.</summary>
public enum InvitationOutcome
{
    Invited,
    AlreadyInvited,

    /// <summary>The same address stands further up in the list.</summary>
    Duplicate,

    /// <summary>The person took the test too lately to take it again before this campaign is over.</summary>
    TestedLately,

    /// <summary>The campaign was over when it was the row's turn.</summary>
    CampaignClosed,
    NoName,
    NameTooLong,

    /// <summary>Control characters, or what is left of letters in an encoding that was read as another.</summary>
    BadName,
    NoAddress,
    BadAddress,
    MissingColumns,
    BrokenQuotes,
    TooManyRows,
}

/// <summary>What somebody should know of a row that can be invited.</summary>
public enum InvitationWarning
{
    /// <summary>The address is known under another name, which stays.</summary>
    AnotherName,

    /// <summary>The person took a test lately, and may start from a day within the campaign.</summary>
    StartsLater,

    /// <summary>Letters before the @ that only some mail servers take (RFC 6531).</summary>
    InternationalAddress,
}
