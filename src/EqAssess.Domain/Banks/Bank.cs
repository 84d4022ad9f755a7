namespace EqAssess.Domain.Banks;

/// <summary>A question bank as authored: what it measures and the items that sample it. Keys are no part of it.</summary>
/// <param name="Id">Kebab-case, unique in an installation.</param>
/// <param name="Language">BCP 47 tag of every text in the bank.</param>
public sealed record Bank(
    string Id,
    string Title,
    string Language,
    string Description,
    IReadOnlyList<BankDomain> Domains,
    IReadOnlyList<Item> Items)
{
    /// <summary>What forms of the bank have to hold, as its authors plan them.</summary>
    public IReadOnlyList<Blueprint> Blueprints { get; init; } = [];

    /// <summary>Forms whose items the authors have listed.</summary>
    public IReadOnlyList<FrozenForm> Forms { get; init; } = [];

    /// <summary>How many items of which kind its authors want it to have.</summary>
    public BankExpectations Expects { get; init; } = BankExpectations.None;

    /// <summary>The domain that a facet belongs to; null where the bank does not declare the facet.</summary>
    public BankDomain? DomainOf(string facet) =>
        Domains.FirstOrDefault(domain => domain.Facets.Any(f => f.Code == facet));
}

/// <summary>One reported part of the construct, with the interview questions that go with it.</summary>
/// <param name="InterviewQuestion">Asked of every candidate of a campaign.</param>
/// <param name="FollowUp">Asked only where this domain is reliably below the person's others.</param>
public sealed record BankDomain(
    string Code,
    string Title,
    string InterviewQuestion,
    string FollowUp,
    IReadOnlyList<Facet> Facets);

/// <summary>Steers item writing and form assembly; it is never scored by itself.</summary>
public sealed record Facet(string Code, string Title, string Behaviour);
