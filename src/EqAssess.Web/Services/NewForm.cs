using EqAssess.Domain.Forms;

namespace EqAssess.Web.Services;

/// <summary>A form that somebody wants to publish.</summary>
public sealed record NewForm
{
    public required Guid Bank { get; init; }

    public required string Title { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Item versions in the order of the form, pretest items among them.</summary>
    public required IReadOnlyList<Guid> Items { get; init; }

    public required Guid? PublishedBy { get; init; }

    /// <summary>Those of <see cref="Items"/> that are tried out and do not count.</summary>
    public IReadOnlyCollection<Guid> Pretest { get; init; } = [];

    /// <summary>The key version to score by; null for the one with the best evidence that was made for all items.</summary>
    public Guid? Key { get; init; }

    /// <summary>Empty for a form in one piece.</summary>
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    /// <summary>Of the assembly and the orders of options; null to draw one.</summary>
    public long? Seed { get; init; }

    /// <summary>Place among the forms assembled together, from 0, so that one seed gives each its own orders.</summary>
    public int Place { get; init; }

    /// <summary>The blueprint as JSON, where the form was assembled from one.</summary>
    public string? Blueprint { get; init; }

    /// <summary>What the assembly reported, as JSON.</summary>
    public string? Assembly { get; init; }
}

/// <param name="FormVersion">Null when problems keep the form from being published.</param>
public sealed record FormPublished(Guid? FormVersion, IReadOnlyList<FormProblem> Problems);

/// <param name="FormVersions">In the order asked for; empty when problems keep any of them from being published.</param>
public sealed record FormsPublished(IReadOnlyList<Guid> FormVersions, IReadOnlyList<FormProblem> Problems);
