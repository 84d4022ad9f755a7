using System.Globalization;
using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Formats.RateEach;

/// <summary>Every option is rated by itself on a scale from 1, very ineffective, to 4, very effective (Arthur et al. 2014).</summary>
public sealed class RateEachFormat : ResponseFormat
{
    public const string FormatCode = "rate-each";

    /// <summary>The points of the scale. Even in number, so that there is no midpoint to hide in.</summary>
    public static IReadOnlyList<int> Scale { get; } = [1, 2, 3, 4];

    public override string Code => FormatCode;

    public override int Choices(Item item) => item.Options.Count;

    public override IReadOnlyList<string> ContentProblems(Item item) =>
        item.Options.Count is 4 or 5 ? [] : [$"rate-each needs 4 options (5 at most), not {item.Options.Count}"];

    public override ResponseReading Read(Item item, string? previous, IReadOnlyDictionary<string, string> posted)
    {
        var ratings = new Dictionary<string, int>(RatingsOf(previous), StringComparer.Ordinal);
        int chosen = 0;
        foreach ((string option, string text) in posted)
        {
            if (item.Options.All(o => o.Id != option))
            {
                return new ResponseReading.Invalid($"option '{option}' is not in the item");
            }

            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rating) || !Scale.Contains(rating))
            {
                return new ResponseReading.Invalid("a rating lies outside the scale");
            }

            ratings[option] = rating;
            chosen++;
        }

        return chosen == 0 ? new ResponseReading.Empty() : new ResponseReading.Valid(Canonical(item, ratings));
    }

    public override int Made(string? response) => RatingsOf(response).Count;

    /// <summary>Ratings by option id, read from the canonical text; empty for null.</summary>
    public static IReadOnlyDictionary<string, int> RatingsOf(string? response) =>
        response is null or ""
            ? new Dictionary<string, int>(StringComparer.Ordinal)
            : response.Split(';').Select(pair => pair.Split('=')).ToDictionary(
                pair => pair[0],
                pair => int.Parse(pair[1], CultureInfo.InvariantCulture),
                StringComparer.Ordinal);

    /// <summary>The canonical text of a set of ratings: options in the item's order, <c>id=rating</c>, joined by semicolons.</summary>
    public static string Canonical(Item item, IReadOnlyDictionary<string, int> ratings) =>
        string.Join(';', item.Options.Where(o => ratings.ContainsKey(o.Id))
            .Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Id}={ratings[o.Id]}")));
}
