using System.Text;

namespace EqAssess.Data;

/// <summary>Column names as database people write them: <c>ClosedAt</c> is <c>closed_at</c>, <c>ResponsesSha256</c> is <c>responses_sha256</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var result = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]))
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
