using System.Globalization;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Take;

/// <summary>Reads the fields of a posted scenario.</summary>
internal static class PostedForm
{
    private const string ChoicePrefix = "choice.";
    private const int MostChoices = 20;
    private const int LongestValue = 64;

    /// <returns>Null when the body is no form, or a field that every page sends is missing or broken.</returns>
    public static async Task<PostedAnswer?> ReadAsync(HttpRequest request) => AnswerIn(await FormAsync(request));

    /// <returns>Null when a field that every page sends is missing or broken.</returns>
    public static PostedAnswer? AnswerIn(IFormCollection? form) =>
        form is not null
        && Choices(form) is { } choices
        && Guid.TryParse(form["item"], out Guid item)
        && Guid.TryParse(form["entry"], out Guid entry) && entry != Guid.Empty
        && Guid.TryParse(form["writer"], out Guid writer) && writer != Guid.Empty && writer != AttemptService.ServerWriter
        && int.TryParse(form["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out int sequence)
            ? new PostedAnswer(item, entry, writer, sequence, choices) { Text = form.TryGetValue("text", out var text) ? text.ToString() : null }
            : null;

    /// <returns>Values by field name of the format; null when the body is no form, or holds more, or longer ones, than any page sends.</returns>
    public static async Task<IReadOnlyDictionary<string, string>?> ReadChoicesAsync(HttpRequest request) =>
        await FormAsync(request) is { } form ? Choices(form) : null;

    /// <returns>Null when the body is no form.</returns>
    public static async Task<IFormCollection?> FormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync();
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            // More fields, or longer ones, than a form may have; the sender stopped in the middle; or UTF-7.
            return null;
        }
    }

    private static Dictionary<string, string>? Choices(IFormCollection form)
    {
        List<KeyValuePair<string, string>> choices =
        [
            .. form.Where(f => f.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal))
                .Select(f => KeyValuePair.Create(f.Key[ChoicePrefix.Length..], f.Value.ToString())),
        ];
        bool sound = choices.Count <= MostChoices && choices.TrueForAll(c => c.Key.Length <= LongestValue && c.Value.Length <= LongestValue);
        return sound ? new Dictionary<string, string>(choices, StringComparer.Ordinal) : null;
    }
}
