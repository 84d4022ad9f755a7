using System.Security.Cryptography;
using System.Text;

namespace EqAssess.Web.Services;

/// <summary>The name of somebody whose name is hidden: six signs that hang on the invitation and say nothing about the person.</summary>
public static class CandidateCode
{
    /// <summary>No vowels, so that no words come about, and nothing that is mistaken for something else.</summary>
    private const string Signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private const int Half = 3;

    /// <summary>For example <c>7K2-M4P</c>; the same for an invitation wherever it is shown.</summary>
    public static string Of(Guid invitation)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"candidate-code:{invitation:N}"));
        string signs = string.Concat(digest.Take(2 * Half).Select(b => Signs[b % Signs.Length]));
        return $"{signs[..Half]}-{signs[Half..]}";
    }

    /// <summary>What somebody typed, as a beginning of a code; null where it can be none.</summary>
    public static string? Typed(string text)
    {
        string signs = string.Concat(text.ToUpperInvariant().Where(c => c is not (' ' or '-')));
        return signs.Length is < 2 or > 2 * Half || signs.Any(c => !Signs.Contains(c)) ? null
            : signs.Length <= Half ? signs : $"{signs[..Half]}-{signs[Half..]}";
    }
}
