using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace EqAssess.Testing.Load;

/// <summary>A candidate without a browser: opens a link, starts, and saves as the page's script does. One request at a time.</summary>
public sealed partial class LoadCandidate(HttpClient http, string url, string token)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private string page = "";
    private string cookieHeader = "";

    public string Token => token;

    /// <summary>The server that the next request goes to. Another one may be given at any time: the session is the candidate's.</summary>
    public string Url { get; set; } = url;

    /// <summary>Last entry of the log that the page knows of.</summary>
    public int Sequence { get; private set; }

    /// <summary>A client for any number of candidates: cookies and redirects are theirs.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 4_000 })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>GET /t/token.</summary>
    public async Task OpenLinkAsync() => Read(await TextAsync(await SendAsync(HttpMethod.Get, $"/t/{token}"), HttpStatusCode.OK));

    /// <summary>POST /t/token: Start, or Continue.</summary>
    public async Task StartAsync()
    {
        HttpResponseMessage answer = await SendAsync(HttpMethod.Post, $"/t/{token}", new FormUrlEncodedContent([KeyValuePair.Create("forgeryToken", fields["forgeryToken"])]));
        await TextAsync(answer, HttpStatusCode.Redirect);
    }

    /// <summary>GET /take: the scenario at which the candidate is.</summary>
    public async Task OpenTestAsync()
    {
        Read(await TextAsync(await SendAsync(HttpMethod.Get, "/take"), HttpStatusCode.OK));
        Sequence = int.Parse(fields["sequence"], CultureInfo.InvariantCulture);
        page = string.Join('&', new[] { "forgeryToken", "item", "writer" }.Select(f => $"{f}={Uri.EscapeDataString(fields[f])}"));
    }

    /// <summary>POST /take/save.</summary>
    /// <param name="option">For example <c>b</c>.</param>
    public async Task<HttpStatusCode> SaveAsync(Guid entry, char option, int rating)
    {
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes($"{page}&sequence={Sequence}&entry={entry}&choice.{option}={rating}"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, "/take/save", body);
        string text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Sequence = int.Parse(SequenceOf().Match(text).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return answer.StatusCode;
    }

    /// <summary>The overview, and its button. Pressed again it changes nothing.</summary>
    public async Task HandInAsync()
    {
        Read(await TextAsync(await SendAsync(HttpMethod.Get, "/take/review"), HttpStatusCode.OK));
        string[] posted = ["forgeryToken", "entry"];
        await TextAsync(await SendAsync(HttpMethod.Post, "/take/review", new FormUrlEncodedContent(posted.ToDictionary(f => f, f => fields[f], StringComparer.Ordinal))), HttpStatusCode.Redirect);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Url + path) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", cookieHeader);
        request.Headers.TryAddWithoutValidation("Accept", path == "/take/save" ? "application/json" : "text/html");
        HttpResponseMessage answer = await http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set))
        {
            foreach (string cookie in set.Select(c => c.Split(';')[0]))
            {
                cookies[cookie.Split('=')[0]] = cookie;
            }

            cookieHeader = string.Join("; ", cookies.Values);
        }

        return answer;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            string text = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode == expected
                ? text
                : throw new HttpRequestException($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} was answered with {(int)answer.StatusCode}", null, answer.StatusCode);
        }
    }

    private void Read(string html) =>
        fields = Field().Matches(html).GroupBy(m => m.Groups["name"].Value).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.Last().Groups["value"].Value), StringComparer.Ordinal);

    [GeneratedRegex("""<input[^>]*name="(?<name>\w+)"[^>]*value="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex("\"sequence\":(?<number>\\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SequenceOf();
}
