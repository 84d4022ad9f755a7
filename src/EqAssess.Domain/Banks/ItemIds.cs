using System.Globalization;
using System.Text;

namespace EqAssess.Domain.Banks;

/// <summary>Makes the id of a new item from its title.</summary>
public static class ItemIds
{
    /// <summary>Characters at most, which leaves room for a number behind.</summary>
    public const int Longest = 56;

    /// <summary>Kebab-case of the title's letters and digits, accents dropped; <c>scenario</c> where nothing is left. It may be taken already.</summary>
    public static string From(string title)
    {
        var id = new StringBuilder();
        foreach (char c in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'' && c != '’' && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        string whole = id.ToString().Trim('-');
        string cut = whole.Length <= Longest ? whole : whole[..Longest].TrimEnd('-');
        return cut.Length == 0 ? "scenario" : cut;
    }
}
