using System.Globalization;
using System.Text;
using EqAssess.Domain.Banks;

namespace EqAssess.Data.Exchange.Qti;

/// <summary>Ids of ours from names of others.</summary>
internal static class QtiIds
{
    /// <summary>The name in kebab-case; what no id can hold becomes a hyphen.</summary>
    /// <param name="otherwise">Where nothing is left of the name.</param>
    public static string Slug(string name, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (char c in name.Take(4 * ContentRules.LongestId))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        string cut = slug.ToString(0, Math.Min(slug.Length, ContentRules.LongestId - 6)).Trim('-');
        return cut.Length == 0 ? otherwise : cut;
    }

    /// <summary>The id, or the first of <c>id-2</c>, <c>id-3</c> … that is not taken; it is taken then.</summary>
    public static string Free(string id, HashSet<string> taken)
    {
        string free = id;
        for (int i = 2; !taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        }

        return free;
    }
}
