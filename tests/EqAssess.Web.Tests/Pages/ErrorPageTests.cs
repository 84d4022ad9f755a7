using System.Net;
using System.Text.Json;
using EqAssess.Data.Tables;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

[Collection(nameof(BusySite))]
public sealed class ErrorPageTests(BusySite busy)
{
    [Theory]
    [InlineData("GET", "/banks/00000000-0000-0000-0000-000000000000", 404, "There is nothing here")]
    [InlineData("GET", "/campaigns/00000000-0000-0000-0000-000000000000", 404, "There is nothing here")]
    [InlineData("GET", "/campaigns/00000000-0000-0000-0000-000000000000/results", 404, "There is nothing here")]
    [InlineData("GET", "/campaigns/00000000-0000-0000-0000-000000000000/invite", 404, "There is nothing here")]
    [InlineData("GET", "/forms/00000000-0000-0000-0000-000000000000", 404, "There is nothing here")]
    [InlineData("GET", "/forms/new?bank=nonsense", 404, "There is nothing here")]
    [InlineData("GET", "/banks/items/00000000-0000-0000-0000-000000000000", 404, "There is nothing here")]
    [InlineData("GET", "/reports/00000000-0000-0000-0000-000000000000/pdf", 404, "There is nothing here")]
    [InlineData("GET", "/no/such/page", 404, "There is nothing here")]
    [InlineData("GET", "/campaigns/nonsense", 404, "There is nothing here")]
    [InlineData("POST", "/campaigns/new", 400, "That request could not be read")]
    [InlineData("PUT", "/campaigns/new", 400, "That request could not be read")]
    [InlineData("TRACE", "/campaigns/new", 405, "That request could not be read")]
    [InlineData("GET", "/error/409", 409, "Somebody else changed it first")]
    [InlineData("GET", "/error/413", 413, "That request could not be read")]
    [InlineData("GET", "/error/503", 503, "Our database does not answer just now")]
    [InlineData("GET", "/error/200", 404, "That request could not be read")]
    public async Task A_refusal_is_a_page_for_people_and_problem_details_for_scripts(string method, string address, int status, string title)
    {
        Shown page = await busy["HrAdmin"].SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.ParseAdd("application/problem+json");
        HttpResponseMessage script = await busy["HrAdmin"].AskAsync(request);

        Assert.Equal((status, title), ((int)page.Status, page.Heading));
        await Take.SavingTests.AssertProblemAsync(script, (HttpStatusCode)status);
        using JsonDocument problem = JsonDocument.Parse(await script.Content.ReadAsStringAsync());
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_method_that_a_page_has_no_handler_for_is_refused_and_not_drawn(string method)
    {
        string token = await busy.ForgeryTokenAsync("", "HrAdmin");
        foreach (string address in (string[])["/banks", "/campaigns", $"/campaigns/{busy.Campaign}/results", "/", "/forms"])
        {
            var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("X-Forgery-Token", token);
            Shown page = await busy["HrAdmin"].SendAsync(request);

            Assert.Equal((HttpStatusCode.MethodNotAllowed, "That request could not be read"), (page.Status, page.Heading));
        }
    }

    [Theory]
    [InlineData("en", "GET", "/take/99", "There is nothing here", "Back to your assessment", "/take")]
    [InlineData("es-ES,es;q=0.9", "GET", "/take/99", "Aquí no hay nada", "Volver a su evaluación", "/take")]
    [InlineData("es", "POST", "/t/{token}", "No se pudo leer lo que envió", "Volver a su evaluación", "/t/{token}")]
    public async Task A_candidate_is_led_back_into_the_test_and_not_to_the_pages_of_staff(
        string accepted, string method, string address, string heading, string back, string way)
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Candidate candidate = await site.BeginAsync();
        string WithToken(string path) => path.Replace("{token}", candidate.Token, StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(method), WithToken(address));
        request.Headers.AcceptLanguage.ParseAdd(accepted);

        Shown page = await candidate.Browser.SendAsync(request);

        var button = page.Document.QuerySelector("main a.button")!;
        Assert.Equal((heading, back, WithToken(way)), (page.Heading, button.TextContent, button.GetAttribute("href")));
        Assert.Equal(accepted[..2], page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.Document.QuerySelector("a[href='/']"));
    }

    [Theory]
    [InlineData("en", "That request could not be read", "Check a receipt")]
    [InlineData("es", "No se pudo leer lo que envió", "Comprobar")]
    public async Task Whoever_checks_a_receipt_is_led_back_to_that_page_and_to_no_test(string accepted, string heading, string back)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/receipts");
        request.Headers.AcceptLanguage.ParseAdd(accepted);

        Shown page = await busy.Site.NewBrowser().SendAsync(request);

        var button = page.Document.QuerySelector("main a.button")!;
        Assert.Equal((heading, "/receipts"), (page.Heading, button.GetAttribute("href")));
        Assert.StartsWith(back, button.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(accepted == "en" ? "assessment" : "evaluación", page.Document.QuerySelector("main")!.TextContent);
        Assert.Null(page.Document.QuerySelector("a[href='/']"));
    }

    [Fact]
    public async Task A_role_that_is_refused_reads_why()
    {
        Shown page = await busy["Accommodations"].OpenAsync("/campaigns");

        Assert.Equal((HttpStatusCode.Forbidden, "Your role does not open this page"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task A_defect_shows_a_reference_that_stands_in_the_log_and_nothing_of_its_inside()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Candidate candidate = await site.BeginAsync();
        await site.ReadAsync(async db =>
        {
            // A log that no rule could have written.
            db.AttemptLog.Add(new AttemptLogEntry
            {
                AttemptId = candidate.Attempt, Sequence = 3, EntryId = Guid.NewGuid(), WriterId = Guid.NewGuid(), RecordedAt = site.Time.Instant,
                Kind = "Started", Payload = (await site.LogOfAsync(candidate.Attempt))[0].Payload, PreviousHash = "", Hash = "",
            });
            return await db.SaveChangesAsync();
        });

        Shown page = await candidate.Browser.OpenAsync("/take/1");
        HttpResponseMessage script = await candidate.Browser.PostAsScriptAsync("/take/save", candidate.First.Form("Next").Rate("a", 1).Fields);

        Assert.Equal((HttpStatusCode.InternalServerError, "Something went wrong on our side"), (page.Status, page.Heading));
        await Take.SavingTests.AssertProblemAsync(script, HttpStatusCode.InternalServerError);
        string reference = page.Document.QuerySelector(".ref")!.TextContent;
        Assert.Matches("^[0-9a-f]{12}$", reference);
        Assert.Contains(site.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(reference));
        Assert.DoesNotContain("Unreachable", page.Html + await script.Content.ReadAsStringAsync());
        Assert.DoesNotContain("   at ", page.Html);
    }
}
