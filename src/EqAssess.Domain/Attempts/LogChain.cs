using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EqAssess.Domain.Attempts;

/// <summary>
/// The hash chain of an attempt's log: each entry's hash covers its own fields and the hash before it, so that a changed, missing
/// or reordered entry shows. SHA-256 (FIPS 180-4) over the fields as UTF-8, each preceded by its length in bytes.
/// </summary>
public static class LogChain
{
    /// <summary>The hash before the first entry.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <returns>Lower-case hex, 64 characters.</returns>
    public static string HashOf(string previousHash, Guid attempt, int sequence, Guid entry, Guid writer, DateTimeOffset recordedAt, string kind, string payload)
    {
        var text = new StringBuilder();
        foreach (string field in (string[])
        [
            previousHash, attempt.ToString("D"), sequence.ToString(CultureInfo.InvariantCulture), entry.ToString("D"), writer.ToString("D"),
            recordedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), kind, payload,
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
