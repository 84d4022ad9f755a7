using EqAssess.Domain.Formats.Best;
using EqAssess.Domain.Formats.MostLeast;

namespace EqAssess.Domain.Scoring;

/// <summary>Whom the judges of an item name as its best or its worst option.</summary>
/// <remarks>A judge names the option that they alone rated highest (or lowest). Whoever rated two options alike at that end names none, and still counts among the judges.</remarks>
/// <param name="Option">The option that most judges name, the first of the item where several share that; null where nobody names one.</param>
/// <param name="Share">Judges who name it, 0 to 1 of all.</param>
/// <param name="Lead">By how much its share is above that of the next.</param>
public sealed record PickVotes(string? Option, double Share, double Lead)
{
    /// <summary>Null where the format does not ask for the best.</summary>
    /// <param name="options">At least two, each with the ratings of all judges.</param>
    internal static PickVotes? Best(string format, IReadOnlyList<KeyedOption> options) =>
        format is MostLeastFormat.FormatCode or BestFormat.FormatCode ? Count(options, 1) : null;

    /// <summary>Null where the format does not ask for the worst.</summary>
    /// <param name="options">As for <see cref="Best"/>.</param>
    internal static PickVotes? Worst(string format, IReadOnlyList<KeyedOption> options) =>
        format == MostLeastFormat.FormatCode ? Count(options, -1) : null;

    private static PickVotes Count(IReadOnlyList<KeyedOption> options, int sign)
    {
        int judges = options[0].Ratings!.Count;
        string[] named = [.. Enumerable.Range(0, judges).Select(j => NamedBy(options, j, sign)).OfType<string>()];
        (string Option, int Votes)[] order =
            [.. options.Select(o => (o.Option, named.Count(n => n == o.Option))).OrderByDescending(o => o.Item2)];
        return named.Length == 0
            ? new PickVotes(null, 0, 0)
            : new PickVotes(order[0].Option, order[0].Votes / (double)judges, (order[0].Votes - order[1].Votes) / (double)judges);
    }

    private static string? NamedBy(IReadOnlyList<KeyedOption> options, int judge, int sign)
    {
        int top = options.Max(o => sign * o.Ratings![judge]);
        return options.Count(o => sign * o.Ratings![judge] == top) == 1 ? options.First(o => sign * o.Ratings![judge] == top).Option : null;
    }
}
