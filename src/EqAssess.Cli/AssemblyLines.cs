using System.Globalization;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;

namespace EqAssess.Cli;

/// <summary>The report on assembled forms as lines of text.</summary>
internal static class AssemblyLines
{
    public static IEnumerable<string> Of(AssemblyResult.Assembled made, Bank bank, Key key, long seed)
    {
        foreach ((int index, AssembledForm form) in made.Forms.Index())
        {
            List<Item> items = [.. form.Items.Select(i => bank.Items.Single(b => b.Id == i.Id))];
            List<Item> counting = [.. items.Where((_, i) => !form.Items[i].Pretest)];
            BlindGain worst = WorstInOrder(counting, key, unchecked(seed + index));
            yield return "";
            yield return $"{form.Title}";
            foreach ((int place, AssembledItem item) in form.Items.Index())
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {place + 1,2}. {item.Id,-34} {items[place].Facet,-16} {items[place].Format,-11} {ChannelWords.Of(items[place].Channel)}{(item.Pretest ? "  (pretest)" : "")}");
            }

            yield return $"  domains: {Counts(counting, i => bank.DomainOf(i.Facet)?.Code ?? "")}";
            yield return $"  formats: {Counts(counting, i => i.Format)}; channels: {Counts(counting, i => ChannelWords.Of(i.Channel))}";
            yield return string.Create(CultureInfo.InvariantCulture, $"  words: {form.Facts.Words}; least time: {form.Facts.LeastMinutes:0.0} of {made.Minutes} minutes");
            yield return string.Create(CultureInfo.InvariantCulture, $"  expected difficulty: no data; chance score {100 * form.Facts.Chance:0.0}");
            yield return string.Create(CultureInfo.InvariantCulture, $"  answering without reading earns {100 * worst.Share:0.0} points above chance at most ({worst.Strategy})");
        }

        yield return "";
        yield return "Counting scenarios in common:";
        foreach ((int index, IReadOnlyList<int> row) in made.InCommon.Index())
        {
            yield return $"  {made.Forms[index].Title}: {string.Join(' ', row.Select(n => n.ToString(CultureInfo.InvariantCulture)))}";
        }
    }

    private static BlindGain WorstInOrder(List<Item> counting, Key key, long seed)
    {
        IReadOnlyList<IReadOnlyList<string>> orders = FormOrders.Choose([.. counting.Select(i => FormOrders.Of(i, key))], seed);
        return FormOrders.Worst([.. counting.Zip(orders, (item, order) => new FormItem(Guid.Empty, item) { OptionOrder = order }.Shown)], key);
    }

    private static string Counts(List<Item> items, Func<Item, string> codeOf) => string.Join(
        ", ", items.CountBy(codeOf).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
