using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Formats.Best;

/// <summary>One option is chosen as the most effective. Canonical text: <c>best=a</c>.</summary>
public sealed class BestFormat : ResponseFormat
{
    public const string FormatCode = "best";

    /// <summary>Field of the chosen option.</summary>
    public const string Field = "best";

    public override string Code => FormatCode;

    public override int Choices(Item item) => 1;

    public override IReadOnlyList<string> ContentProblems(Item item) =>
        item.Options.Count is >= 3 and <= 6 ? [] : [$"{Code} needs 3 to 6 options, not {item.Options.Count}"];

    public override ResponseReading Read(Item item, string? previous, IReadOnlyDictionary<string, string> posted)
    {
        if (posted.Count == 0)
        {
            return new ResponseReading.Empty();
        }

        return posted.Count == 1 && posted.TryGetValue(Field, out string? option) && item.Options.Any(o => o.Id == option)
            ? new ResponseReading.Valid(Canonical(option))
            : new ResponseReading.Invalid("a field or an option is not in the item");
    }

    public override int Made(string? response) => OptionOf(response) is null ? 0 : 1;

    /// <summary>Id of the chosen option; null while none is.</summary>
    /// <exception cref="FormatException">The text is no response of this format.</exception>
    public static string? OptionOf(string? response) => (response ?? "").Split('=') switch
    {
        [""] => null,
        [Field, { Length: > 0 } option] => option,
        _ => throw new FormatException($"'{response}' is no {FormatCode} response."),
    };

    public static string Canonical(string option) => $"{Field}={option}";
}
