using System.Text.RegularExpressions;

namespace EqAssess.Domain.Banks;

/// <summary>The rules that every kind of content shares. Each gives no problem or one.</summary>
public static partial class ContentRules
{
    /// <summary>Characters in an id at most: the width of the columns that hold one.</summary>
    public const int LongestId = 64;

    /// <param name="cure">Completes "'title' is missing or empty: …".</param>
    public static IEnumerable<BankProblem> Required(string path, string value, string cure)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return BankProblem.Error("missing", path, $"'{path[(path.LastIndexOf('/') + 1)..]}' is missing or empty: {cure}");
        }
    }

    /// <summary>An id or code must be there and be kebab-case.</summary>
    public static IEnumerable<BankProblem> Id(string path, string value, string cure)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Required(path, value, cure);
        }

        return IsKebabCase(value) && value.Length <= LongestId
            ? []
            : [BankProblem.Error("bad-id", path, $"'{value}' is no id: use lower-case letters, digits and single hyphens, {LongestId} characters at most")];
    }

    /// <summary>One problem for each repetition, at the repeated one.</summary>
    public static IEnumerable<BankProblem> Duplicates(IEnumerable<string> ids, string what, Func<int, string> path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int position = 0;
        foreach (string id in ids)
        {
            if (id.Length > 0 && !seen.Add(id))
            {
                yield return BankProblem.Error("duplicate-id", path(position), $"there is more than one {what} '{id}': give each its own");
            }

            position++;
        }
    }

    public static bool IsKebabCase(string text) => KebabCase().IsMatch(text);

    /// <summary>Whether the text has the form of a language tag (BCP 47). It does not look the language up.</summary>
    public static bool IsLanguageTag(string text) => LanguageTag().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
