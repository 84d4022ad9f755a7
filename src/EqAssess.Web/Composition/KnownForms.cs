using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Composition;

/// <summary>
/// Forgery tokens of candidates' pages. Whether a pair of cookie and field is valid for a session depends on these three and on nothing
/// else, so a pair that was valid once is not deciphered again for each choice of the page.
/// </summary>
internal sealed class KnownForms(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    /// <summary>About 400 bytes each; beyond, all are forgotten and deciphered once more.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(string? Cookie, string Field, Guid Attempt), bool> valid = new();

    /// <summary>Whether the post comes from a page of this session.</summary>
    /// <param name="form">Its fields; null where the body is no form.</param>
    public async Task<bool> IsValidAsync(HttpContext http, IFormCollection? form)
    {
        string field = form?[options.Value.FormFieldName].ToString() ?? "";
        (string?, string, Guid) pair = (http.Request.Cookies[options.Value.Cookie.Name!], field, CandidateSession.AttemptOf(http.User));
        if (field.Length > 0 && valid.ContainsKey(pair))
        {
            return true;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }

        if (valid.Count >= Most)
        {
            valid.Clear();
        }

        // What came in the header was judged instead of the field.
        if (field.Length > 0 && !http.Request.Headers.ContainsKey(options.Value.HeaderName!))
        {
            valid.TryAdd(pair, true);
        }

        return true;
    }
}
