using System.Net.Mail;

namespace EqAssess.Web.Services;

/// <summary>What counts as an address that a message can go to.</summary>
internal static class MailAddresses
{
    /// <summary>Longest address of a candidate or contact, as the columns hold it.</summary>
    public const int Longest = 320;

    /// <summary>One plain address and nothing around it: no name, no comment, no second address.</summary>
    public static bool IsOne(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        return trimmed.Length <= Longest
            && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"')
            && MailAddress.TryCreate(trimmed, out MailAddress? address)
            && address.Address == trimmed
            && address.User.Length is > 0 and <= 64
            && address.Host.Split('.').All(label => label.Length is > 0 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-'));
    }
}
