using EqAssess.Domain.Banks;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Banks;

/// <summary>What somebody looks for in a bank; empty fields let everything through.</summary>
public sealed class ItemFilter
{
    /// <summary>Words that must all occur in the item's id or in one of its texts.</summary>
    public string? Words { get; set; }

    /// <summary>A status; <c>Retired</c> items are shown only if asked for.</summary>
    public ItemStatus? Status { get; set; }

    /// <summary>Code of a domain or of a facet.</summary>
    public string? Facet { get; set; }

    public string? Format { get; set; }

    public Channel? Channel { get; set; }

    public ItemFlag? Flag { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    public int Sheet { get; set; } = 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Status is null && string.IsNullOrEmpty(Facet) && string.IsNullOrEmpty(Format) && Channel is null && Flag is null;

    public bool Matches(ListedItem listed) =>
        (Status is null ? listed.Status != ItemStatus.Retired : listed.Status == Status || (Status == ItemStatus.Live && listed.AlsoLive))
        && (string.IsNullOrEmpty(Facet) || listed.Domain == Facet || listed.Item.Facet == Facet)
        && (string.IsNullOrEmpty(Format) || listed.Item.Format == Format)
        && (Channel is null || listed.Item.Channel == Channel)
        && (Flag is not ItemFlag flag || listed.Flags.Contains(flag))
        && (Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => TextsOf(listed.Item).Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> TextsOf(Item item) =>
        [item.Id, item.Title, item.Situation, .. item.Said.Select(s => s.Text), .. item.Options.Select(o => o.Text)];
}
