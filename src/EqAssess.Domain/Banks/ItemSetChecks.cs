namespace EqAssess.Domain.Banks;

/// <summary>Checks the items of a bank against each other: enemies, and texts that stand twice.</summary>
internal static class ItemSetChecks
{
    public static IEnumerable<BankProblem> Problems(IReadOnlyList<Item> items)
    {
        var enemies = items.SelectMany(item => item.Enemies.SelectMany(enemy => new[] { (item.Id, enemy), (enemy, item.Id) })).ToHashSet();
        return [.. Enemies(items), .. Stems(items, MayBeAlike), .. Options(items, MayBeAlike)];

        // Two items with one id are a problem of their own.
        bool MayBeAlike(Item a, Item b) => a.Id == b.Id || enemies.Contains((a.Id, b.Id));
    }

    private static IEnumerable<BankProblem> Enemies(IReadOnlyList<Item> items)
    {
        var ids = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return items.SelectMany((item, i) => item.Enemies.Select((enemy, j) => (enemy, Path: $"items/{i}/enemies/{j}")))
            .Where(e => e.enemy.Length > 0 && !ids.Contains(e.enemy))
            .Select(e => BankProblem.Error("unknown-enemy", e.Path, $"there is no item '{e.enemy}' in the bank: correct the id, or take the enemy out"));
    }

    private static IEnumerable<BankProblem> Stems(IReadOnlyList<Item> items, Func<Item, Item, bool> mayBeAlike) =>
        NearDuplicates.Find([.. items.Select((item, i) => (i, string.Join(' ', item.Said.Select(s => s.Text).Prepend(item.Situation))))])
            .Where(d => !mayBeAlike(items[d.Text], items[d.Earlier]))
            .Select(d => BankProblem.Warning(
                "near-duplicate-stem",
                $"items/{d.Text}/situation",
                $"the stem is nearly that of item '{items[d.Earlier].Id}': reword one of them, or name the two as enemies"));

    private static IEnumerable<BankProblem> Options(IReadOnlyList<Item> items, Func<Item, Item, bool> mayBeAlike)
    {
        var options = items.SelectMany((item, i) => item.Options.Select((option, j) => (Item: i, Position: j, Option: option))).ToList();
        return from duplicate in NearDuplicates.Find([.. options.Select(o => (o.Item, o.Option.Text))])
               let later = options[duplicate.Text]
               let earlier = options[duplicate.Earlier]
               where !mayBeAlike(items[later.Item], items[earlier.Item])
               select BankProblem.Warning(
                   "near-duplicate-option",
                   $"items/{later.Item}/options/{later.Position}/text",
                   $"option '{later.Option.Id}' says nearly the same as option '{earlier.Option.Id}' of item '{items[earlier.Item].Id}': reword one of them, or name the two items as enemies");
    }
}
