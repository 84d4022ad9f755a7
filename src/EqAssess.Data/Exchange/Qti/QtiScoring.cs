using System.Globalization;
using System.Xml.Linq;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;
using EqAssess.Domain.Formats.Rank;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>
/// From the scoring of a QTI item to a key, where our scoring of that key gives every choice the same share of the points. Any other
/// scoring is left out and said: nothing is ever scored by other rules than its author's in silence.
/// </summary>
internal static class QtiScoring
{
    private static readonly int[] Scale = [.. RateEachFormat.Scale];

    /// <summary>A key of these items, as it is read from a package.</summary>
    public static Key KeyOf(IEnumerable<KeyValuePair<string, KeyedItem>> items) => new(
        "imported-1", KeyStatus.Draft, ScoringMethods.Default.Code, Scale, "the scoring of a QTI package", items.ToDictionary(StringComparer.Ordinal));

    /// <param name="names">Our identifiers by theirs, of options and of what they are put to.</param>
    /// <returns>The key, or null with the reason; both null where the item has no scoring.</returns>
    public static (KeyedItem? Keyed, string? Reason) Of(XElement root, Item item, string response, IReadOnlyDictionary<string, string> names)
    {
        XElement? processing = QtiXml.Children(root, "response-processing").FirstOrDefault();
        XElement? declaration = QtiXml.Children(root, "response-declaration").FirstOrDefault(d => QtiXml.Attribute(d, "identifier") == response);
        if (processing is null || (processing.IsEmpty && !processing.HasAttributes))
        {
            return (null, null);
        }

        string template = (QtiXml.Attribute(processing, "template") ?? "").Split('/')[^1];
        var given = processing.HasElements || declaration is null ? null : template switch
        {
            "map_response" or "map_response.xml" => Mapped(declaration, names),
            "match_correct" or "match_correct.xml" when item.Format == BestFormat.FormatCode => Correct(declaration, names),
            _ => null,
        };
        return given is null
            ? (null, "its scoring is no sum over single choices (a mapping, or one right choice), or has bounds")
            : Keyed(item, given) is { } keyed ? (keyed, null) : (null, $"no key of the format {item.Format} gives each choice the same share of the points");
    }

    private static Dictionary<string, double>? Correct(XElement declaration, IReadOnlyDictionary<string, string> names)
    {
        string[] values = [.. QtiXml.Children(declaration, "correct-response").SelectMany(c => QtiXml.Children(c, "value")).Select(v => v.Value.Trim())];
        return values is [var value] && names.TryGetValue(value, out string? option) ? new(StringComparer.Ordinal) { [option] = 1 } : null;
    }

    private static Dictionary<string, double>? Mapped(XElement declaration, IReadOnlyDictionary<string, string> names)
    {
        XElement? mapping = QtiXml.Children(declaration, "mapping").FirstOrDefault();
        if (mapping is null || QtiXml.Attribute(mapping, "upper-bound") is not null || Value(mapping, "default-value", "0") is not 0 || Value(mapping, "lower-bound", "0") is not <= 0)
        {
            return null;
        }

        var given = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (XElement entry in QtiXml.Children(mapping, "map-entry"))
        {
            string? key = Named(QtiXml.Attribute(entry, "map-key") ?? "", names);
            if (key is null || Value(entry, "mapped-value", "") is not double value || value < 0 || !given.TryAdd(key, value))
            {
                return null;
            }
        }

        return given.Values.Any(v => v > 0) ? given : null;
    }

    // "option point", in either order as sets can be; the options of most and least come second.
    private static string? Named(string key, IReadOnlyDictionary<string, string> names)
    {
        string[] parts = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!parts.All(names.ContainsKey) || parts.Length is not (1 or 2))
        {
            return null;
        }

        string[] ours = [.. parts.Select(part => names[part])];
        return string.Join(' ', ours.OrderBy(Place));
    }

    private static int Place(string name) =>
        name is QtiNames.Most or QtiNames.Least ? 0 : name.StartsWith(QtiNames.OfOption(""), StringComparison.Ordinal) ? 1 : 2;

    private static double? Value(XElement element, string attribute, string otherwise) =>
        double.TryParse(QtiXml.Attribute(element, attribute) ?? otherwise, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static KeyedItem? Keyed(Item item, IReadOnlyDictionary<string, double> given)
    {
        var keyed = new KeyedItem([], [.. item.Options.Select(option => Guess(item, option, given))]);
        Key key = KeyOf([KeyValuePair.Create(item.Id, keyed)]);
        if (QtiCredits.Of(item, keyed, key) is not { } ours)
        {
            return null;
        }

        double factor = given.Values.Max() / ours.Values.Max();
        bool same = ours.Keys.Union(given.Keys, StringComparer.Ordinal)
            .All(k => Math.Abs(given.GetValueOrDefault(k) - (factor * ours.GetValueOrDefault(k))) <= 1e-6 * factor);
        return same ? keyed : null;
    }

    private static KeyedOption Guess(Item item, Option option, IReadOnlyDictionary<string, double> given)
    {
        string name = QtiNames.OfOption(option.Id);
        double Of(string key) => given.GetValueOrDefault(key);
        int[] places = [.. Enumerable.Range(1, item.Options.Count)];
        return item.Format switch
        {
            RateEachFormat.FormatCode when Scale.All(p => Of($"{name} {QtiNames.OfPoint(p)}") == 0) =>
                new KeyedOption(option.Id, 0, "", [], "it earns nothing in the package"),
            RateEachFormat.FormatCode => new KeyedOption(option.Id, Scale.MaxBy(p => Of($"{name} {QtiNames.OfPoint(p)}")), "", []),
            MostLeastFormat.FormatCode => new KeyedOption(option.Id, Of($"{QtiNames.Most} {name}") > 0 ? 4 : Of($"{QtiNames.Least} {name}") > 0 ? 1 : 2, "", []),
            RankFormat.FormatCode => new KeyedOption(option.Id, 4 - (3d * (places.MaxBy(r => Of($"{name} {QtiNames.OfRank(r)}")) - 1) / Math.Max(1, places.Length - 1)), "", []),
            _ => new KeyedOption(option.Id, Of(name) > 0 ? 4 : 1, "", []),
        };
    }
}
