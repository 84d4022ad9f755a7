namespace EqAssess.Domain.Banks;

/// <summary>Checks the domains and facets that a bank declares against <see cref="Constructs"/>.</summary>
internal static class DomainChecks
{
    public static IEnumerable<BankProblem> Problems(IReadOnlyList<BankDomain> domains)
    {
        if (domains.Count == 0)
        {
            return [BankProblem.Error("missing", "domains", "'domains' is missing or empty: declare the domains that the bank covers, with their facets")];
        }

        var facets = domains.SelectMany((d, i) => d.Facets.Select((f, j) => (f.Code, Path: $"domains/{i}/facets/{j}/code"))).ToList();
        return
        [
            .. domains.SelectMany((domain, i) => OfDomain(domain).Select(p => p.Within($"domains/{i}"))),
            .. ContentRules.Duplicates(domains.Select(d => d.Code), "domain", i => $"domains/{i}/code"),
            .. ContentRules.Duplicates(facets.Select(f => f.Code), "facet", i => facets[i].Path),
        ];
    }

    private static IEnumerable<BankProblem> OfDomain(BankDomain domain) =>
    [
        .. Code(domain.Code),
        .. ContentRules.Required("title", domain.Title, "name the domain in the bank's language"),
        .. ContentRules.Required("interviewQuestion", domain.InterviewQuestion, "write what an interviewer asks every candidate"),
        .. ContentRules.Required("followUp", domain.FollowUp, "write what an interviewer asks where this domain is low"),
        .. domain.Facets.Count > 0 ? [] : ContentRules.Required("facets", "", "declare at least one facet"),
        .. domain.Facets.SelectMany((facet, i) => OfFacet(facet, domain.Code).Select(p => p.Within($"facets/{i}"))),
    ];

    private static IEnumerable<BankProblem> Code(string code) =>
        code.Length == 0 || Constructs.DomainCodes.Contains(code)
            ? ContentRules.Required("code", code, $"say one of {Known.List(Constructs.DomainCodes)}")
            : [BankProblem.Error("unknown-domain", "code", $"unknown domain '{code}': known are {Known.List(Constructs.DomainCodes)}")];

    private static IEnumerable<BankProblem> OfFacet(Facet facet, string domain) =>
    [
        .. FacetCode(facet.Code, domain),
        .. ContentRules.Required("title", facet.Title, "name the facet in the bank's language"),
        .. ContentRules.Required("behaviour", facet.Behaviour, "write which behaviour it samples"),
    ];

    private static IEnumerable<BankProblem> FacetCode(string facet, string domain)
    {
        if (facet.Length == 0)
        {
            return ContentRules.Required("code", facet, $"say one of {Known.List(Constructs.FacetCodes)}");
        }

        if (Constructs.DomainOf(facet) is not { } home)
        {
            return [BankProblem.Error("unknown-facet", "code", $"unknown facet '{facet}': known are {Known.List(Constructs.FacetCodes)}")];
        }

        return home == domain || !Constructs.DomainCodes.Contains(domain)
            ? []
            : [BankProblem.Error("misplaced-facet", "code", $"facet '{facet}' belongs to domain '{home}', not to '{domain}': move it there")];
    }
}
