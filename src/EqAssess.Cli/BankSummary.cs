using System.Globalization;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;

namespace EqAssess.Cli;

/// <summary>What a sound bank holds, in a few lines. Domains, facets and channels count live items.</summary>
internal static class BankSummary
{
    public static IEnumerable<string> Lines(Bank bank, IReadOnlyList<Key> keys)
    {
        var live = bank.Items.Where(item => item.Use == ItemUse.Live).ToList();
        return
        [
            $"{bank.Title} ({bank.Id}, {bank.Language})",
            string.Create(CultureInfo.InvariantCulture, $"  items: {live.Count} live, {bank.Items.Count - live.Count} practice"),
            $"  domains: {Counts(bank.Domains.Select(d => d.Code), live, item => bank.DomainOf(item.Facet)?.Code ?? "")}",
            $"  facets: {Counts(bank.Domains.SelectMany(d => d.Facets).Select(f => f.Code), live, item => item.Facet)}",
            $"  channels: {Counts(Enum.GetValues<Channel>().Select(Words.Of), live, item => Words.Of(item.Channel))}",
            $"  keys: {string.Join(", ", keys.Select(key => $"{key.Version} ({Words.Of(key.Status)})"))}",
        ];
    }

    private static string Counts(IEnumerable<string> codes, IReadOnlyList<Item> items, Func<Item, string> codeOf) =>
        string.Join(", ", codes.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code} {items.Count(item => codeOf(item) == code)}")));
}
