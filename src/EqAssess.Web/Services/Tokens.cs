using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EqAssess.Web.Services;

/// <summary>Secrets in links: 32 random bytes, of which only the SHA-256 is kept.</summary>
public static class Tokens
{
    /// <summary>A new token as base64url, 43 characters.</summary>
    public static string Mint() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Lower-case hex of the SHA-256 of the token's text.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
