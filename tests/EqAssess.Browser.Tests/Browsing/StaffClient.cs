using System.Net;
using System.Text.RegularExpressions;

namespace EqAssess.Browser.Tests.Browsing;

/// <summary>Sets things up over HTTP, with the same forms that the pages post. What a test is about it does in the browser.</summary>
public sealed partial class StaffClient : IDisposable
{
    private readonly HttpClient http;

    public StaffClient(string site) => http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site) };

    public async Task SignInAsync(string email, string password) =>
        await PostAsync("/account/sign-in", [("email", email), ("password", password)]);

    public Task<string> GetAsync(string path) => http.GetStringAsync(path);

    /// <returns>Where the answer leads; null when the page stays.</returns>
    public async Task<string?> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using HttpResponseMessage answer = await SendAsync(path, fields);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.OK))
        {
            throw new InvalidOperationException($"POST {path} gave {answer.StatusCode}.");
        }

        return answer.Headers.Location?.ToString();
    }

    public async Task<HttpResponseMessage> SendAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        string page = await http.GetStringAsync(path);
        string token = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);
        using var form = new FormUrlEncodedContent([.. fields.Append(("forgeryToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))]);
        return await http.PostAsync(path, form);
    }

    /// <summary>What somebody does on another device: answers the scenario at the path with the first choice that it offers.</summary>
    public async Task AnswerAsync(string path)
    {
        string page = await http.GetStringAsync(path);
        await PostAsync(path, Hidden().Matches(page).Append(FirstChoice().Match(page)).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)));
    }

    /// <summary>Rates every reply of the scenario at the path.</summary>
    /// <param name="rating">Of an option by its number, from 0.</param>
    public async Task RateAsync(string path, Func<int, int> rating)
    {
        string page = await http.GetStringAsync(path);
        IEnumerable<string> options = Choice().Matches(page).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        await PostAsync(path, [.. Hidden().Matches(page).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)), .. options.Select((name, i) => (name, $"{rating(i)}"))]);
    }

    public async Task HandInAsync()
    {
        string page = await http.GetStringAsync("/take/review");
        await PostAsync("/take/review", Hidden().Matches(page).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)));
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"forgeryToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>item|entry|writer|sequence)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"(?<name>choice[.][^\"]+)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstChoice();

    [GeneratedRegex("name=\"(?<name>choice[.][^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Choice();
}
