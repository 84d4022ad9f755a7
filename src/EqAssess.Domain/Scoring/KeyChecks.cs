using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>What makes a key publishable, against the bank that it belongs to.</summary>
public static class KeyChecks
{
    /// <summary>A bank that nobody has keyed cannot be scored.</summary>
    public static BankProblem NoKey { get; } =
        BankProblem.Error("missing-key", "", "the bank has no key: add keys/<version>.yaml, for example keys/draft-1.yaml");

    /// <summary>All that is wrong, never only the first; paths start at the key.</summary>
    public static IReadOnlyList<BankProblem> Problems(Key key, Bank bank) =>
    [
        .. ContentRules.Id("version", key.Version, "give the key the name of its file"),
        .. ContentRules.Required("method", key.Method, "name the scoring method, for example keyed-credit"),
        .. ContentRules.Required("source", key.Source, "say who stands behind the key"),
        .. Scale(key.Scale),
        .. key.Panel is null ? Unkeyed(key, bank) : [],
        .. KeyPanelChecks.Problems(key, bank),
        .. OfItems(key, bank),
        .. KeyBalanceChecks.Problems(key, bank),
    ];

    /// <summary>All that can be said of the key of one item without the others: what an editor asks while somebody types. Paths start at the keyed item.</summary>
    /// <param name="language">BCP 47 tag of the bank.</param>
    public static IReadOnlyList<BankProblem> ItemProblems(KeyedItem keyed, Item item, Key key, string language) =>
    [
        .. KeyedItemChecks.AgainstItem(keyed, item, key.Version),
        .. KeyedItemChecks.Problems(keyed, key.Scale),
        .. KeyedContentChecks.Problems(keyed, item, key.Scale, language),
    ];

    private static IEnumerable<BankProblem> Scale(IReadOnlyList<int> scale)
    {
        if (scale.Count < 2)
        {
            return [BankProblem.Error("missing", "scale", "'scale' needs two points at least: write for example [1, 2, 3, 4]")];
        }

        return scale.Zip(scale.Skip(1)).All(pair => pair.First < pair.Second)
            ? []
            : [BankProblem.Error("scale-order", "scale", $"the scale [{Known.List(scale.Select(Numbers.Text))}] does not ascend: order it from very ineffective to very effective, each point once")];
    }

    // Authors key a whole bank; a panel keys what it was asked about.
    private static IEnumerable<BankProblem> Unkeyed(Key key, Bank bank) =>
        bank.Items.Select(item => item.Id).Where(id => id.Length > 0 && !key.Items.ContainsKey(id)).Distinct(StringComparer.Ordinal)
            .Select(id => BankProblem.Error("missing-key", "items", $"item '{id}' has no key in keys/{key.Version}.yaml: key each of its options"));

    private static IEnumerable<BankProblem> OfItems(Key key, Bank bank)
    {
        var items = bank.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return key.Items.SelectMany(keyed => (items.TryGetValue(keyed.Key, out Item? item)
            ? ItemProblems(keyed.Value, item, key, bank.Language)
            : [BankProblem.Error("unknown-item", "", $"there is no item '{keyed.Key}' in the bank: correct the id, or take its key out"), .. KeyedItemChecks.Problems(keyed.Value, key.Scale)])
            .Select(p => p.Within($"items/{keyed.Key}")));
    }
}
