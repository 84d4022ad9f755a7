using System.Security.Cryptography;
using System.Text;

namespace EqAssess.Domain.Attempts;

/// <summary>A written answer as the log holds it: a digest, from which nobody gets the text back once salt and text are erased.</summary>
public static class TypedResponse
{
    /// <summary>The response of somebody who deleted what they had written.</summary>
    public const string Cleared = "";

    private const string Mark = "typed:";

    /// <param name="salt">32 random bytes as lower-case hex: a short text could otherwise be found by trying.</param>
    /// <returns><c>typed:</c> and the lower-case hex SHA-256 of salt and text in UTF-8.</returns>
    public static string Of(string salt, string text) => Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)));

    public static bool IsText(string? response) => response?.StartsWith(Mark, StringComparison.Ordinal) == true;
}
