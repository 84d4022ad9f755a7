using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace EqAssess.Web.Composition;

/// <summary>
/// Sessions of candidates that were deciphered before. A cookie is sent with every choice of a test and always says the same, so it is
/// deciphered once in a process; whether the session has ended is still asked each time, by the handler.
/// </summary>
internal sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>About 1 KB each; beyond, all are forgotten and deciphered once more.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> known = new(StringComparer.Ordinal);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
        {
            return inner.Unprotect(protectedText, purpose);
        }

        if (known.TryGetValue(protectedText, out AuthenticationTicket? ticket))
        {
            return ticket;
        }

        ticket = inner.Unprotect(protectedText);
        if (ticket is not null)
        {
            if (known.Count >= Most)
            {
                known.Clear();
            }

            known.TryAdd(protectedText, ticket);
        }

        return ticket;
    }
}
