using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EqAssess.Testing;

/// <summary>A message as it arrived: its plain text, and its HTML where there is one, their encodings (RFC 2045, RFC 2047) undone.</summary>
public sealed partial record ReceivedMail(string To, string Subject, string Body)
{
    /// <summary>By name in any case, as they came.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    /// <summary>The HTML part of a multipart/alternative (RFC 2046, 5.1.4); null where there is none.</summary>
    public string? Html { get; private init; }

    /// <summary>Types of the parts, in their order; empty where there are none.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = [];

    /// <summary>The first link in the text.</summary>
    public string Link => LinkIn().Match(Body) is { Success: true } link ? link.Value : throw new InvalidOperationException($"No link in:\n{Body}");

    public static ReceivedMail Read(string raw)
    {
        string text = raw.ReplaceLineEndings("\n");
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        Dictionary<string, string> headers = HeadersOf(text[..end]);
        string body = text[(end + 2)..];
        List<(string Type, string Text)> parts = Boundary().Match(headers.GetValueOrDefault("content-type", "")) is { Success: true } boundary
            ? [.. body.Split($"--{boundary.Groups[1].Value}")[1..^1].Select(PartOf)]
            : [];
        return new ReceivedMail(
            headers["to"],
            EncodedWord().Replace(headers["subject"], Decoded),
            parts.Count == 0 ? TextOf(headers, body) : parts.Single(p => p.Type == "text/plain").Text)
        {
            Headers = headers,
            Html = parts.SingleOrDefault(p => p.Type == "text/html").Text,
            Parts = [.. parts.Select(p => p.Type)],
        };
    }

    private static (string Type, string Text) PartOf(string part)
    {
        string text = part.TrimStart('\n');
        int end = text.IndexOf("\n\n", StringComparison.Ordinal);
        Dictionary<string, string> headers = HeadersOf(text[..end]);
        return (headers["content-type"].Split(';')[0], TextOf(headers, text[(end + 2)..]));
    }

    private static string TextOf(Dictionary<string, string> headers, string body) =>
        headers.GetValueOrDefault("content-transfer-encoding", "7bit").ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => FromQuotedPrintable(body),
            _ => body,
        };

    private static Dictionary<string, string> HeadersOf(string head)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n'))
        {
            string[] parts = line.Split(':', 2);
            headers[parts[0]] = parts[^1].Trim();
        }

        return headers;
    }

    private static string Decoded(Match word) =>
        word.Groups["kind"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : FromQuotedPrintable(word.Groups["text"].Value.Replace('_', ' '));

    private static string FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        string joined = text.Replace("=\n", "", StringComparison.Ordinal);
        for (int i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=' && i + 2 < joined.Length)
            {
                bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(joined, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkIn();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWord();
}
