using System.Globalization;
using EqAssess.Domain.Formats;

namespace EqAssess.Domain.Banks;

/// <summary>Checks one item, by itself and against the domains that its bank declares.</summary>
public static class ItemChecks
{
    /// <summary>Words of a stem, the situation and what is said, at least and at most; outside of them is a warning.</summary>
    public const int ShortestStem = 40;

    /// <inheritdoc cref="ShortestStem"/>
    public const int LongestStem = 110;

    /// <summary>All that is wrong; paths start at the item.</summary>
    /// <param name="declared">The bank's domains. Where there are none, the item is checked against <see cref="Constructs"/> alone.</param>
    public static IReadOnlyList<BankProblem> Problems(Item item, IReadOnlyList<BankDomain> declared) =>
    [
        .. ContentRules.Id("id", item.Id, "give the item the name of its file"),
        .. FormatProblems(item),
        .. FacetProblems(item.Facet, declared),
        .. ContentRules.Required("title", item.Title, "name the scenario in a few words"),
        .. ContentRules.Required("situation", item.Situation, "describe the moment in which the agent has to act"),
        .. StemLength(item),
        .. item.Said.SelectMany(Spoken),
        .. item.Options.SelectMany(Offered),
        .. ContentRules.Duplicates(item.Options.Select(o => o.Id), "option", i => $"options/{i}/id"),
        .. Enemies(item),
    ];

    /// <summary>The same, and what a careful editor would ask of the texts: all that can be said of one item without its key and the rest of its bank.</summary>
    /// <inheritdoc cref="Problems(Item, IReadOnlyList{BankDomain})"/>
    /// <param name="language">BCP 47 tag of the bank.</param>
    public static IReadOnlyList<BankProblem> Problems(Item item, IReadOnlyList<BankDomain> declared, string language) =>
        [.. Problems(item, declared), .. ItemContentChecks.Problems(item, language)];

    private static IEnumerable<BankProblem> FormatProblems(Item item)
    {
        string known = Known.List(ResponseFormats.All.Select(f => f.Code));
        if (ResponseFormats.Find(item.Format) is { } format)
        {
            return format.ContentProblems(item).Select(problem => BankProblem.Error("format-content", "options", problem));
        }

        return
        [
            .. item.Format.Length == 0
                ? ContentRules.Required("format", item.Format, $"say one of {known}")
                : [BankProblem.Error("unknown-format", "format", $"unknown format '{item.Format}': known are {known}")],
            .. item.Options.Count > 0 ? [] : ContentRules.Required("options", "", "write what the candidate chooses among"),
        ];
    }

    private static IEnumerable<BankProblem> FacetProblems(string facet, IReadOnlyList<BankDomain> declared)
    {
        if (facet.Length == 0)
        {
            return ContentRules.Required("facet", facet, $"say one of {Known.List(Constructs.FacetCodes)}");
        }

        if (Constructs.DomainOf(facet) is null)
        {
            return [BankProblem.Error("unknown-facet", "facet", $"unknown facet '{facet}': known are {Known.List(Constructs.FacetCodes)}")];
        }

        return declared.Count == 0 || declared.Any(d => d.Facets.Any(f => f.Code == facet))
            ? []
            : [BankProblem.Error("undeclared-facet", "facet", $"the bank does not declare facet '{facet}': declare it in bank.yaml, or use one of {Known.List(declared.SelectMany(d => d.Facets).Select(f => f.Code))}")];
    }

    private static IEnumerable<BankProblem> StemLength(Item item)
    {
        if (item.StemWords is 0 or (>= ShortestStem and <= LongestStem))
        {
            return [];
        }

        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"the stem (situation and what is said) has {item.StemWords} words: {ShortestStem} to {LongestStem} are asked for");
        return [BankProblem.Warning("stem-length", "situation", message)];
    }

    private static IEnumerable<BankProblem> Enemies(Item item) =>
    [
        .. item.Enemies.SelectMany((enemy, i) => ContentRules.Id($"enemies/{i}", enemy, "write the id of an item, or take the line out")),
        .. item.Enemies.SelectMany((enemy, i) => enemy == item.Id && enemy.Length > 0
            ? [BankProblem.Error("own-enemy", $"enemies/{i}", $"'{enemy}' names itself as its enemy: take it out")]
            : Array.Empty<BankProblem>()),
        .. ContentRules.Duplicates(item.Enemies, "enemy", i => $"enemies/{i}"),
    ];

    private static IEnumerable<BankProblem> Spoken(Utterance said, int position) =>
    [
        .. ContentRules.Required($"said/{position}/speaker", said.Speaker, "say who speaks or writes"),
        .. ContentRules.Required($"said/{position}/text", said.Text, "write what is said, word for word"),
    ];

    private static IEnumerable<BankProblem> Offered(Option option, int position) =>
    [
        .. ContentRules.Id($"options/{position}/id", option.Id, "give the option a letter"),
        .. ContentRules.Required($"options/{position}/text", option.Text, "write what the agent says or does"),
    ];
}
