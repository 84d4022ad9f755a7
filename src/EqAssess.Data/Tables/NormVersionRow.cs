using EqAssess.Domain.Statistics.Norms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EqAssess.Data.Tables;

/// <summary>A norm group: the scores of valid first attempts on one form version, scored in one way. It names nobody and never changes.</summary>
public sealed class NormVersionRow : IAppendOnly
{
    public required Guid Id { get; init; }

    public required Guid FormVersionId { get; init; }

    /// <summary>Digest of how the scores were made: key, method, scenarios, rule for omissions. A score that was made otherwise has no place in the group.</summary>
    public required string ScoringSha256 { get; init; }

    /// <summary>1, 2, 3 … within the form version.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>What jobs the people took the test for, in the words of whoever made it.</summary>
    public required string RoleFamily { get; init; }

    /// <summary>Codes of the campaigns' countries with commas between; empty where none is known.</summary>
    public required string Countries { get; init; }

    public required NormSource Source { get; init; }

    public required int Persons { get; init; }

    /// <summary>Day of the first attempt, UTC.</summary>
    public required DateOnly CollectedFrom { get; init; }

    /// <summary>Day of the last attempt, UTC: from it the age of the group is reckoned.</summary>
    public required DateOnly CollectedTo { get; init; }

    /// <summary>Which campaigns, jobs and days, as JSON.</summary>
    public required string Filter { get; init; }

    public required NormTransformation Transformation { get; init; }

    /// <summary>Percents of maximum in ascending order, unrounded, as a JSON array.</summary>
    public required string Scores { get; init; }

    /// <summary>SHA-256 of <see cref="Scores"/>.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Guid? CreatedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NormVersionRow>
    {
        public void Configure(EntityTypeBuilder<NormVersionRow> table)
        {
            table.ToTable("norm_version");
            table.Property(r => r.ScoringSha256).HasMaxLength(Lengths.Sha256);
            table.Property(r => r.Title).HasMaxLength(Lengths.Name);
            table.Property(r => r.RoleFamily).HasMaxLength(Lengths.Name);
            table.Property(r => r.Digest).HasMaxLength(Lengths.Sha256);
            table.HasIndex(r => new { r.FormVersionId, r.Number }).IsUnique();
            table.HasOne<FormVersionRow>().WithMany().HasForeignKey(r => r.FormVersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>In what situation the people of a norm group took the test.</summary>
public enum NormSource
{
    Applicants,

    /// <summary>They do the job already.</summary>
    Incumbents,
}
