using System.Globalization;
using System.Net.Mail;

namespace EqAssess.Web.Services;

/// <summary>What counts as an address that a message can go to, and which addresses are the same.</summary>
internal static class MailAddresses
{
    /// <summary>Longest address of a candidate or contact, as the columns hold it.</summary>
    public const int Longest = 320;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>One plain address and nothing around it: no name, no comment, no second address.</summary>
    public static bool IsOne(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        return trimmed.Length <= Longest
            && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '\uFFFD')
            && MailAddress.TryCreate(trimmed, out MailAddress? address)
            && address.Address == trimmed
            && address.User.Length is > 0 and <= 64
            && AsciiHost(address.Host) is string host
            && host.Split('.').All(label => label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-'));
    }

    /// <summary>Letters before the @ that only servers with SMTPUTF8 (RFC 6531) take.</summary>
    public static bool IsInternational(string address) => address.AsSpan(0, Math.Max(0, address.LastIndexOf('@'))).ContainsAnyExceptInRange('\0', '\u007F');

    /// <summary>The address in capitals, its domain as servers write it (RFC 5891): however it was typed, it is recognised.</summary>
    public static string Normalize(string? address)
    {
        string trimmed = address?.Trim() ?? "";
        int at = trimmed.LastIndexOf('@');
        string host = at < 0 ? "" : AsciiHost(trimmed[(at + 1)..]) ?? trimmed[(at + 1)..];
        return (at < 0 ? trimmed : $"{trimmed[..at]}@{host}").ToUpperInvariant();
    }

    private static string? AsciiHost(string host)
    {
        try
        {
            return Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
