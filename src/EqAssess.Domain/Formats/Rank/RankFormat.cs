using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Formats.Rank;

/// <summary>
/// Every option gets its place, the most effective first. Canonical text: <c>a&gt;c&gt;b&gt;d</c>; <c>a=c&gt;b&gt;d</c> where imported
/// ranks tie. For imported items and responses: there is no page to rank on.
/// </summary>
public sealed class RankFormat : ResponseFormat
{
    public const string FormatCode = "rank";

    public override string Code => FormatCode;

    public override bool HasPage => false;

    public override int Choices(Item item) => item.Options.Count;

    public override IReadOnlyList<string> ContentProblems(Item item) =>
        item.Options.Count is >= 3 and <= 6 ? [] : [$"{Code} needs 3 to 6 options, not {item.Options.Count}"];

    /// <summary>Ranks by option id, 1 for the most effective. A ranking is read whole and replaces the one before it.</summary>
    public override ResponseReading Read(Item item, string? previous, IReadOnlyDictionary<string, string> posted)
    {
        if (posted.Count == 0)
        {
            return new ResponseReading.Empty();
        }

        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Option option in item.Options)
        {
            if (!posted.TryGetValue(option.Id, out string? text)
                || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rank)
                || rank < 1 || rank > item.Options.Count)
            {
                return new ResponseReading.Invalid($"a ranking gives every option a rank from 1 to {item.Options.Count}");
            }

            ranks[option.Id] = rank;
        }

        return posted.Count == ranks.Count
            ? new ResponseReading.Valid(Canonical(ranks))
            : new ResponseReading.Invalid("an option is not in the item");
    }

    public override int Made(string? response) => RanksOf(response).Count;

    /// <summary>Ranks by option id; empty for null. Tied options share the best of their places: 1, 1, 3, 4.</summary>
    /// <exception cref="FormatException">The text is no response of this format.</exception>
    public static IReadOnlyDictionary<string, int> RanksOf(string? response)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string place in response is null or "" ? [] : response.Split('>'))
        {
            int rank = ranks.Count + 1;
            foreach (string option in place.Split('='))
            {
                if (option.Length == 0 || !ranks.TryAdd(option, rank))
                {
                    throw new FormatException($"'{response}' is no {FormatCode} response.");
                }
            }
        }

        return ranks;
    }

    /// <summary>Options in the order of their ranks, and of their ids where ranks tie.</summary>
    public static string Canonical(IReadOnlyDictionary<string, int> ranks) =>
        string.Join('>', ranks.GroupBy(r => r.Value).OrderBy(place => place.Key)
            .Select(place => string.Join('=', place.Select(r => r.Key).Order(StringComparer.Ordinal))));
}
