namespace EqAssess.Domain.Banks;

/// <summary>What makes a bank publishable, keys aside.</summary>
public static class BankChecks
{
    /// <summary>All that is wrong, never only the first; paths start at the bank.</summary>
    public static IReadOnlyList<BankProblem> Problems(Bank bank) =>
    [
        .. ContentRules.Id("id", bank.Id, "give the bank an id"),
        .. ContentRules.Required("title", bank.Title, "name the bank"),
        .. Language(bank.Language),
        .. ContentRules.Required("description", bank.Description, "say in a sentence or two what the bank samples"),
        .. DomainChecks.Problems(bank.Domains),
        .. bank.Items.SelectMany((item, i) => ItemChecks.Problems(item, bank.Domains, bank.Language).Select(p => p.Within($"items/{i}"))),
        .. ContentRules.Duplicates(bank.Items.Select(item => item.Id), "item", i => $"items/{i}/id"),
        .. ItemSetChecks.Problems(bank.Items),
        .. Coverage(bank),
        .. ExpectationChecks.Problems(bank),
    ];

    /// <summary>What is wrong with an item beside the others of its bank: enemies that nobody knows, texts that stand there already. Paths start at the item.</summary>
    /// <param name="others">The bank's items; an earlier version of the item itself is left out.</param>
    public static IReadOnlyList<BankProblem> Beside(Item item, IEnumerable<Item> others)
    {
        List<Item> all = [.. others.Where(other => other.Id != item.Id), item];
        string path = FormattableString.Invariant($"items/{all.Count - 1}/");
        return
        [
            .. ItemSetChecks.Problems(all)
                .Where(p => p.Place is Place.InContent here && here.Path.StartsWith(path, StringComparison.Ordinal))
                .Select(p => p with { Place = new Place.InContent(((Place.InContent)p.Place).Path[path.Length..]) }),
        ];
    }

    private static IEnumerable<BankProblem> Language(string language) =>
        language.Length == 0 || ContentRules.IsLanguageTag(language)
            ? ContentRules.Required("language", language, "give the language of the texts, for example en or de-AT")
            : [BankProblem.Error("bad-language", "language", $"'{language}' is no language tag: write one such as en or de-AT")];

    private static IEnumerable<BankProblem> Coverage(Bank bank)
    {
        var live = bank.Items.Where(item => item.Use == ItemUse.Live).ToList();
        if (live.Count == 0)
        {
            return [BankProblem.Error("no-live-item", "", "the bank has no live item: add one as items/<id>.yaml with 'use: live'")];
        }

        // An item of an unknown facet may be the one that a domain seems to lack.
        return live.Exists(item => bank.DomainOf(item.Facet) is null) ? [] : bank.Domains
            .Select((domain, i) => (domain, Path: $"domains/{i}"))
            .Where(d => d.domain.Facets.Count > 0 && live.All(item => d.domain.Facets.All(f => f.Code != item.Facet)))
            .Select(d => BankProblem.Warning("empty-domain", d.Path, $"domain '{d.domain.Code}' has no live item: write some, or do not declare it"));
    }
}
