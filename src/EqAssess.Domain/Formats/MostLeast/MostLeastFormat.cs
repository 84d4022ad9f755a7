using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Formats.MostLeast;

/// <summary>One option is chosen as the most effective and another as the least effective. Canonical text: <c>best=a;worst=c</c>.</summary>
/// <remarks>
/// One option cannot be both. A pick that arrives alone and names what the other choice holds moves the option: the other choice is
/// open again, as the page shows it. A post of both picks that names one option twice is refused whole: without a script nobody can
/// tell which of the two was meant, and to drop one in silence would lose an answer.
/// </remarks>
public sealed class MostLeastFormat : ResponseFormat
{
    public const string FormatCode = "most-least";

    /// <summary>Field of the option chosen as the most effective.</summary>
    public const string BestField = "best";

    /// <summary>Field of the option chosen as the least effective.</summary>
    public const string WorstField = "worst";

    public override string Code => FormatCode;

    public override int Choices(Item item) => 2;

    public override IReadOnlyList<string> ContentProblems(Item item) =>
        item.Options.Count is 4 or 5 ? [] : [$"{Code} needs 4 or 5 options, not {item.Options.Count}"];

    public override ResponseReading Read(Item item, string? previous, IReadOnlyDictionary<string, string> posted)
    {
        if (posted.Count == 0)
        {
            return new ResponseReading.Empty();
        }

        if (posted.Keys.Any(field => field is not (BestField or WorstField)) || posted.Values.Any(option => item.Options.All(o => o.Id != option)))
        {
            return new ResponseReading.Invalid("a field or an option is not in the item");
        }

        string? best = posted.TryGetValue(BestField, out string? most) ? most : null;
        string? worst = posted.TryGetValue(WorstField, out string? least) ? least : null;
        if (best == worst)
        {
            return new ResponseReading.SameOptionTwice(Canonical(new MostLeastPicks(best, worst)));
        }

        MostLeastPicks held = PicksOf(previous);
        return new ResponseReading.Valid(Canonical(new MostLeastPicks(
            best ?? (held.Best == worst ? null : held.Best),
            worst ?? (held.Worst == best ? null : held.Worst))));
    }

    public override int Made(string? response) => PicksOf(response).Count;

    /// <summary>The picks of a canonical text; none for null.</summary>
    /// <exception cref="FormatException">The text is no response of this format.</exception>
    public static MostLeastPicks PicksOf(string? response)
    {
        var picks = new MostLeastPicks(null, null);
        foreach (string part in (response ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            picks = part.Split('=') switch
            {
                [BestField, { Length: > 0 } option] when picks.Best is null => picks with { Best = option },
                [WorstField, { Length: > 0 } option] when picks.Worst is null => picks with { Worst = option },
                _ => throw new FormatException($"'{response}' is no {FormatCode} response."),
            };
        }

        return picks;
    }

    public static string Canonical(MostLeastPicks picks) => string.Join(';', Parts(picks));

    private static IEnumerable<string> Parts(MostLeastPicks picks)
    {
        if (picks.Best is string best)
        {
            yield return $"{BestField}={best}";
        }

        if (picks.Worst is string worst)
        {
            yield return $"{WorstField}={worst}";
        }
    }
}

/// <param name="Best">Id of the option chosen as the most effective; null while none is.</param>
/// <param name="Worst">Id of the option chosen as the least effective; null while none is.</param>
public sealed record MostLeastPicks(string? Best, string? Worst)
{
    public int Count => (Best is null ? 0 : 1) + (Worst is null ? 0 : 1);
}
