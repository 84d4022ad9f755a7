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
}
