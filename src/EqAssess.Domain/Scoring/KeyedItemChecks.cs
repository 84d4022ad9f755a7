using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Scoring;

/// <summary>Checks the key of one item; paths start at the keyed item and name options by their id.</summary>
internal static class KeyedItemChecks
{
    public static IEnumerable<BankProblem> AgainstItem(KeyedItem keyed, Item item, string version)
    {
        var keyedIds = keyed.Options.Select(o => o.Option).ToHashSet(StringComparer.Ordinal);
        var itemIds = item.Options.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. itemIds.Where(id => id.Length > 0 && !keyedIds.Contains(id)).Select(id => BankProblem.Error(
                "missing-key", "options", $"option '{id}' has no key in keys/{version}.yaml: give its effectiveness, or say why it is dropped (dropped: \"reason\")")),
            .. keyedIds.Where(id => !itemIds.Contains(id)).Select(id => BankProblem.Error(
                "unknown-option", $"options/{id}", $"there is no option '{id}' in item '{item.Id}': correct the id, or take its key out")),
            .. OfFormat(keyed, item.Format),
        ];
    }

    public static IEnumerable<BankProblem> Problems(KeyedItem keyed, IReadOnlyList<int> scale) =>
    [
        .. keyed.HangsOn.SelectMany((id, i) => Principle($"hangsOn/{i}", id)),
        .. ContentRules.Duplicates(keyed.Options.Select(o => o.Option), "key of option", i => $"options/{keyed.Options[i].Option}"),
        .. keyed.Options.SelectMany(o => OfOption(o, scale).Select(p => p.Within($"options/{o.Option}"))),
        .. Discrimination(keyed),
        .. Unmarked(keyed),
    ];

    private static IEnumerable<BankProblem> OfOption(KeyedOption option, IReadOnlyList<int> scale)
    {
        var cited = option.Principles.SelectMany((id, i) => Principle($"principles/{i}", id));
        if (option.DroppedBecause is { } reason)
        {
            return [.. ContentRules.Required("dropped", reason, "say why the option is dropped"), .. cited];
        }

        return
        [
            .. Effectiveness(option.Effectiveness, scale),
            .. ContentRules.Required("rationale", option.Rationale, "say in one or two sentences why it is as effective as that"),
            .. option.Principles.Count > 0 ? cited : ContentRules.Required("principles", "", "cite the principles that the rationale rests on"),
        ];
    }

    private static IEnumerable<BankProblem> Effectiveness(double value, IReadOnlyList<int> scale) =>
        scale.Count == 0 || (value >= scale.Min() && value <= scale.Max())
            ? []
            : [BankProblem.Error("off-scale", "effectiveness", $"effectiveness {Numbers.Text(value)} lies outside the scale, {scale.Min()} to {scale.Max()}")];

    private static IEnumerable<BankProblem> Principle(string path, string id) =>
        Principles.Find(id) is not null
            ? []
            : [BankProblem.Error("unknown-principle", path, $"unknown principle '{id}': known are {Principles.All[0].Id} to {Principles.All[^1].Id} without P23")];

    // Keys that tell nobody apart are reported as such, once, whatever the format.
    private static IEnumerable<BankProblem> OfFormat(KeyedItem keyed, string format) =>
        Discrimination(keyed).Any() ? [] : FormatKeys.Problems(format, keyed.Options).Select(p => BankProblem.Error("key-format", "options", p));

    private static IEnumerable<BankProblem> Discrimination(KeyedItem keyed)
    {
        var scored = keyed.Options.Where(o => o.DroppedBecause is null).ToList();
        if (keyed.Options.Count > 0 && scored.Count == 0)
        {
            return [BankProblem.Error("all-dropped", "options", "every option is dropped: key at least two of them, or take the item out of use")];
        }

        return scored.Count > 1 && scored.All(o => o.Effectiveness.Equals(scored[0].Effectiveness))
            ? [BankProblem.Error("keyed-alike", "options", $"every scored option has effectiveness {Numbers.Text(scored[0].Effectiveness)}, so the item tells nobody apart: key them differently, or drop it")]
            : [];
    }

    private static IEnumerable<BankProblem> Unmarked(KeyedItem keyed) =>
        keyed.Options.SelectMany(o => o.Principles).Distinct(StringComparer.Ordinal)
            .Where(id => Principles.Find(id)?.Status == PrincipleStatus.Contested && !keyed.HangsOn.Contains(id))
            .Select(id => BankProblem.Warning("unmarked-contested", "options", $"the key cites {id}, which is contested, and hangsOn does not name it: add it, so that a panel looks at this item"));
}
