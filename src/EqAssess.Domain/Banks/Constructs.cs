namespace EqAssess.Domain.Banks;

/// <summary>The four domains and nine facets that EqAssess samples. A bank declares those that it covers and words them in its language.</summary>
public static class Constructs
{
    /// <summary>Facet codes by domain code, in the order of reports.</summary>
    public static IReadOnlyList<(string Domain, IReadOnlyList<string> Facets)> Domains { get; } =
    [
        ("recognise", ["cues", "perspective"]),
        ("listen", ["listening", "probing"]),
        ("express", ["validation", "language"]),
        ("resolve", ["self-regulation", "de-escalation", "resolution"]),
    ];

    public static IEnumerable<string> DomainCodes => Domains.Select(d => d.Domain);

    public static IEnumerable<string> FacetCodes => Domains.SelectMany(d => d.Facets);

    /// <summary>The code of the domain that a facet belongs to; null for an unknown facet.</summary>
    public static string? DomainOf(string facet) =>
        Domains.Where(d => d.Facets.Contains(facet)).Select(d => d.Domain).FirstOrDefault();
}
