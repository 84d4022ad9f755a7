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
        .. Unkeyed(key, bank),
        .. key.Items.SelectMany(keyed => OfItem(keyed.Key, keyed.Value, key, bank).Select(p => p.Within($"items/{keyed.Key}"))),
    ];

    /// <summary>What is wrong with the key of one item, for whoever writes it; paths start at the keyed item.</summary>
    public static IReadOnlyList<BankProblem> OfItem(Item item, KeyedItem keyed, IReadOnlyList<int> scale) =>
        [.. KeyedItemChecks.AgainstItem(keyed, item, "draft"), .. KeyedItemChecks.Problems(keyed, scale)];

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

    private static IEnumerable<BankProblem> Unkeyed(Key key, Bank bank) =>
        bank.Items.Select(item => item.Id).Where(id => id.Length > 0 && !key.Items.ContainsKey(id)).Distinct(StringComparer.Ordinal)
            .Select(id => BankProblem.Error("missing-key", "items", $"item '{id}' has no key in keys/{key.Version}.yaml: key each of its options"));

    private static IEnumerable<BankProblem> OfItem(string id, KeyedItem keyed, Key key, Bank bank)
    {
        var problems = KeyedItemChecks.Problems(keyed, key.Scale);
        return bank.Items.FirstOrDefault(item => item.Id == id) is { } item
            ? [.. KeyedItemChecks.AgainstItem(keyed, item, key.Version), .. problems]
            : [BankProblem.Error("unknown-item", "", $"there is no item '{id}' in the bank: correct the id, or take its key out"), .. problems];
    }
}
