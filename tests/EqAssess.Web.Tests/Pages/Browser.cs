using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Opens pages as a browser without a script does: keeps cookies and follows redirects.</summary>
public sealed class Browser(HttpClient client, CookieJar cookies)
{
    private const int MostRedirects = 5;

    public CookieJar Cookies => cookies;

    public Task<Shown> OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a request and follows where it leads.</summary>
    public async Task<Shown> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage answer = await AskAsync(request);
        string address = PathOf(request.RequestUri!);
        for (int i = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.RedirectKeepVerb && i < MostRedirects; i++)
        {
            address = PathOf(answer.Headers.Location!);
            answer = await AskAsync(new HttpRequestMessage(HttpMethod.Get, address));
        }

        string html = await answer.Content.ReadAsStringAsync();
        return new Shown(this, address, answer, html, await new HtmlParser().ParseDocumentAsync(html));
    }

    /// <summary>One exchange; redirects are the answer.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        }

        return client.SendAsync(request);
    }

    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string address) => AskAsync(new HttpRequestMessage(method, address));

    /// <summary>Posts as a page's script does, and takes problem details for an answer.</summary>
    public Task<HttpResponseMessage> PostAsScriptAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return AskAsync(request);
    }

    private static string PathOf(Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;
}

/// <summary>Cookies by name, as the server set them. Their dates are not looked at: the server's clock is set by hand.</summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<string> set = [];
    private readonly Lock gate = new();

    /// <summary>Every Set-Cookie header that came, in full.</summary>
    public IReadOnlyList<string> Set => set;

    public void Clear() => values.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // One browser sends several requests at once, as a double click does.
        lock (gate)
        {
            if (values.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", values.Select(v => $"{v.Key}={v.Value}")));
            }
        }

        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        lock (gate)
        {
            Keep(answer);
        }

        return answer;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (string header in answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? headers) ? headers : [])
        {
            set.Add(header);
            string[] pair = header.Split(';')[0].Split('=', 2);
            values[pair[0]] = pair[1];
            if (pair[1].Length == 0)
            {
                values.Remove(pair[0]);
            }
        }
    }
}
