using System.Security.Cryptography;

namespace EqAssess.Web.Services;

/// <summary>Codes of receipts, made to be read from paper: <c>EQ-7K2M-9QXD-3HVT-6WNA</c>.</summary>
public static class ReceiptCodes
{
    /// <summary>Digits and capital letters without 0, 1, I, L, O and U, which are read or spelt wrongly.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const string Prefix = "EQ";
    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>A new code: 16 random characters, 78 bits.</summary>
    public static string Mint() => Grouped(RandomNumberGenerator.GetString(Alphabet, Groups * GroupLength));

    /// <summary>The code that somebody typed, with or without dashes, spaces and capitals; null where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        string characters = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        string code = characters.StartsWith(Prefix, StringComparison.Ordinal) ? characters[Prefix.Length..] : characters;
        return code.Length == Groups * GroupLength && code.All(Alphabet.Contains) ? Grouped(code) : null;
    }

    private static string Grouped(string code) => $"{Prefix}-{string.Join('-', code.Chunk(GroupLength).Select(g => new string(g)))}";
}
