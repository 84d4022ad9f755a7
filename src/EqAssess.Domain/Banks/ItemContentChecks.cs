using System.Globalization;

namespace EqAssess.Domain.Banks;

/// <summary>What a careful editor would ask of one item's texts. All of it is a warning; paths start at the item.</summary>
internal static class ItemContentChecks
{
    /// <summary>Flesch–Kincaid grade above which a text is too hard.</summary>
    public const double HighestGrade = 8;

    // No format has more; a file from anywhere may, and every pair of options is compared.
    private const int MostOptions = 10;

    /// <param name="language">Of the bank. Reading level and watched words are looked at in English only.</param>
    public static IEnumerable<BankProblem> Problems(Item item, string language) =>
    [
        .. SameOptions(item.Options),
        .. ReadingLevel.Knows(language) ? English(item) : [],
    ];

    private static IEnumerable<BankProblem> English(Item item) =>
    [
        .. Level("situation", "the stem", item.Said.Select(s => s.Text).Prepend(item.Situation)),
        .. Level("options", "the options", item.Options.Select(o => o.Text)),
        .. Texts(item).SelectMany(t => Watched(t.Path, t.Text)),
    ];

    private static IEnumerable<BankProblem> Level(string path, string what, IEnumerable<string> texts) =>
        ReadingLevel.Grade(texts) is double grade && grade > HighestGrade
            ? [BankProblem.Warning("reading-level", path, string.Create(
                CultureInfo.InvariantCulture,
                $"{what} read at grade {grade:0.0} (Flesch–Kincaid), above {HighestGrade}: use shorter sentences and plainer words"))]
            : [];

    private static IEnumerable<BankProblem> Watched(string path, string text) =>
    [
        .. WatchedWords.Brands.In(text).Select(w => BankProblem.Warning("brand", path, $"'{w}' looks like a real brand: look again, and name none")),
        .. WatchedWords.Protected.In(text).Select(w => BankProblem.Warning(
            "protected-word", path, $"'{w}' may make a protected characteristic the point: look again, and tell the story without it")),
        .. WatchedWords.Clinical.In(text).Select(w => BankProblem.Warning("clinical-word", path, $"'{w}' sounds like a diagnosis: look again, and say what the person says or does")),
    ];

    private static IEnumerable<(string Path, string Text)> Texts(Item item) =>
    [
        ("title", item.Title),
        ("situation", item.Situation),
        .. item.Said.Select((s, i) => ($"said/{i}/text", s.Text)),
        .. item.Options.Select((o, i) => ($"options/{i}/text", o.Text)),
    ];

    private static IEnumerable<BankProblem> SameOptions(IReadOnlyList<Option> options) =>
        from later in Enumerable.Range(0, Math.Min(options.Count, MostOptions))
        let twin = options.Take(later).FirstOrDefault(o => o.Id != options[later].Id && Resembles(o.Text, options[later].Text))
        where twin is not null
        select BankProblem.Warning("near-duplicate-option", $"options/{later}/text", $"option '{options[later].Id}' says nearly the same as option '{twin.Id}': reword one of them");

    private static bool Resembles(string a, string b) =>
        !string.IsNullOrWhiteSpace(a) && (string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase) || WordPairs.Similarity(a, b) >= WordPairs.Threshold);
}
