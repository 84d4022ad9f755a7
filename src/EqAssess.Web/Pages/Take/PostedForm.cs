using System.Globalization;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>Reads the fields of a posted scenario.</summary>
internal static class PostedForm
{
    private const string ChoicePrefix = "choice.";
    private const int MostChoices = 20;
    private const int LongestValue = 64;

    /// <returns>Null when a field that every page sends is missing or broken.</returns>
    public static PostedAnswer? Read(IFormCollection form) =>
        Choices(form) is { } choices
        && Guid.TryParse(form["item"], out Guid item)
        && Guid.TryParse(form["entry"], out Guid entry)
        && Guid.TryParse(form["writer"], out Guid writer)
        && int.TryParse(form["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out int sequence)
            ? new PostedAnswer(item, entry, writer, sequence, choices)
            : null;

    /// <returns>Values by field name of the format; null when there are more, or longer ones, than any page sends.</returns>
    public static IReadOnlyDictionary<string, string>? Choices(IFormCollection form)
    {
        List<KeyValuePair<string, string>> choices =
        [
            .. form.Where(f => f.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal))
                .Select(f => KeyValuePair.Create(f.Key[ChoicePrefix.Length..], f.Value.ToString())),
        ];
        return choices.Count <= MostChoices && choices.TrueForAll(c => c.Key.Length <= LongestValue && c.Value.Length <= LongestValue)
            ? new Dictionary<string, string>(choices, StringComparer.Ordinal)
            : null;
    }
}
