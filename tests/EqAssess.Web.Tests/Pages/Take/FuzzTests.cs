using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EqAssess.Data.Tables;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>
/// Requests of a candidate as pages send them, each changed in one place: every field of every form, the address, the method, the body's
/// type, the cookies. Another candidate's test runs beside it.
/// </summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int RequestsOfOneCandidate = 60;

    private SiteFactory site = null!;
    private Candidate other = null!;
    private string otherAnswers = "";

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        other = await site.BeginAsync(name: "Quentin Dubois");
        await other.First.Form("Next").RateAll(4).PressAsync();
        otherAnswers = Fingerprint(await site.LogOfAsync(other.Attempt));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("save")]
    [InlineData("next")]
    [InlineData("hand in")]
    [InlineData("start")]
    [InlineData("practice")]
    public async Task No_mutated_request_breaks_anything_or_reaches_another_test(string kind)
    {
        Candidate? candidate = null;
        int sent = 0;
        foreach (Mutation mutation in Mutation.Of(kind))
        {
            foreach (string accept in (string[])["text/html", "application/json"])
            {
                candidate = sent++ % RequestsOfOneCandidate == 0 || candidate is null ? await site.BeginAsync(name: $"Person {kind} {sent}") : candidate;
                await JudgeAsync(candidate, kind, mutation, accept);
            }
        }

        Assert.InRange(sent, 60, 1_000);
        Assert.Equal(otherAnswers, Fingerprint(await site.LogOfAsync(other.Attempt)));
    }

    private async Task JudgeAsync(Candidate candidate, string kind, Mutation mutation, string accept)
    {
        string what = $"{kind}: {mutation.Name} ({accept})";
        HttpRequestMessage request = mutation.Request(await ValidAsync(candidate, kind), other);
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage answer = await candidate.Browser.AskAsync(request);

        string body = await answer.Content.ReadAsStringAsync();
        int status = (int)answer.StatusCode;
        Assert.True(status is >= 200 and < 500 and not 429, $"{what}: {status} {body}");
        Assert.False(body.Contains("Quentin") || body.Contains("Dubois") || body.Contains($"{other.Attempt}"), $"{what}: another's data");
        if (status >= 400)
        {
            Assert.True(before.SequenceEqual(await site.DigestsAsync()), $"{what}: {status} and yet something was written");
            AssertWorded(answer, body, accept, what);
        }
        else
        {
            AssertSound(await site.LogOfAsync(candidate.Attempt), what);
        }
    }

    /// <summary>The fields and the address of a request as the page sends it.</summary>
    private static async Task<ValidPost> ValidAsync(Candidate candidate, string kind)
    {
        (string address, string button) = kind switch
        {
            "save" or "next" => ("/take/1", "Next"),
            "hand in" => ("/take/review", "Hand in"),
            "start" => ($"/t/{candidate.Token}", "Continue"),
            _ => ($"/t/{candidate.Token}/practice", "Finish the practice"),
        };
        Shown page = await candidate.Browser.OpenAsync(address);
        if (!page.Offers(button))
        {
            // A practice is over once the test runs, and a test that was handed in stays so: the same fields go on being sent.
            page = await candidate.Browser.OpenAsync($"/t/{candidate.Token}");
            return new ValidPost(address, [KeyValuePair.Create("forgeryToken", await AnyTokenAsync(candidate)), KeyValuePair.Create("entry", $"{Guid.NewGuid()}")]);
        }

        FilledForm form = page.Form(button);
        form = kind is "save" or "next" ? form.Rate("a", 2).Rate("b", 3) : form;
        return new ValidPost(kind == "save" ? "/take/save" : form.Action, form.Fields);
    }

    private static async Task<string> AnyTokenAsync(Candidate candidate) => (await candidate.Browser.OpenAsync("/account/sign-in")).ForgeryToken;

    private static void AssertWorded(HttpResponseMessage answer, string body, string accept, string what)
    {
        if (accept == "text/html" && answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.True(body.Contains("<h1"), $"{what}: a page without words");
            return;
        }

        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json" || body.Contains("<h1"), $"{what}: {answer.Content.Headers.ContentType} {body}");
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            using JsonDocument problem = JsonDocument.Parse(body);
            Assert.Equal((int)answer.StatusCode, problem.RootElement.GetProperty("status").GetInt32());
        }
    }

    /// <summary>Whatever was accepted, the log holds ratings of the scale and nothing else.</summary>
    private static void AssertSound(IReadOnlyList<AttemptLogEntry> log, string what)
    {
        foreach (AttemptLogEntry entry in log.Where(e => e.Kind == "Answered"))
        {
            string response = JsonDocument.Parse(entry.Payload).RootElement.EnumerateObject().Single(p => p.Name == "Response").Value.GetString()!;
            Assert.True(response.Split(';').All(p => p.Length == 3 && "abcd".Contains(p[0]) && p[1] == '=' && "1234".Contains(p[2])), $"{what}: {entry.Payload}");
        }

        Assert.True(log.Count(e => e.Kind == "Started") == 1, what);
    }

    private static string Fingerprint(IReadOnlyList<AttemptLogEntry> log) => string.Join(' ', log.Select(e => e.Hash));
}
