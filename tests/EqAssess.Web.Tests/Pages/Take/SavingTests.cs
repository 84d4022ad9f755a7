using System.Net;
using System.Text.Json;
using EqAssess.Data.Tables;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

public sealed class SavingTests : IAsyncLifetime
{
    private const string Save = "/take/save";

    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        candidate = await site.BeginAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_choice_is_saved_and_acknowledged_with_the_new_end_of_the_log()
    {
        HttpResponseMessage answer = await SaveAsync(candidate.First.Form("Next").Rate("a", 4));

        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(3, json.RootElement.GetProperty("sequence").GetInt32());
        Assert.Equal(1200, json.RootElement.GetProperty("secondsLeft").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("complete").GetInt32());
    }

    [Fact]
    public async Task Quick_choices_of_one_page_add_up_and_never_collide()
    {
        foreach ((string reply, int rating) in ((string, int)[])[("a", 1), ("b", 2), ("c", 3), ("d", 4), ("a", 2)])
        {
            HttpResponseMessage answer = await SaveAsync(candidate.First.Form("Next").Rate(reply, rating).With("entry", $"{Guid.NewGuid()}"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Shown page = await candidate.Browser.OpenAsync("/take/1");
        Assert.Equal(["2", "2", "3", "4"], page.Chosen.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value));
    }

    [Fact]
    public async Task A_save_that_is_sent_again_is_one_entry()
    {
        FilledForm form = candidate.First.Form("Next").Rate("a", 4);

        HttpResponseMessage first = await SaveAsync(form);
        HttpResponseMessage second = await SaveAsync(form);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Single(await site.KindsAsync(candidate.Attempt), "Answered");
    }

    [Theory]
    [InlineData("choice.a", "7")]
    [InlineData("choice.a", "0")]
    [InlineData("choice.a", "-1")]
    [InlineData("choice.a", "3,4")]
    [InlineData("choice.a", "three")]
    [InlineData("choice.a", "٣")]
    [InlineData("choice.z", "3")]
    [InlineData("item", "")]
    [InlineData("item", "00000000-0000-0000-0000-000000000000")]
    [InlineData("item", "not-a-guid")]
    [InlineData("entry", "not-a-guid")]
    [InlineData("entry", "00000000-0000-0000-0000-000000000000")]
    [InlineData("writer", "")]
    [InlineData("writer", "00000000-0000-0000-0000-000000000000")]
    [InlineData("writer", "00000000-0000-0000-0000-000000000001")]
    [InlineData("sequence", "-1")]
    [InlineData("sequence", "99999999999999")]
    [InlineData("sequence", "")]
    public async Task What_does_not_fit_is_refused_with_problem_details_and_nothing_is_written(string field, string value)
    {
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage script = await SaveAsync(candidate.First.Form("Next").Rate("b", 2).With(field, value));
        Shown form = await candidate.First.Form("Next").Rate("b", 2).With(field, value).PressAsync();

        await AssertProblemAsync(script, HttpStatusCode.BadRequest);
        Assert.Equal((HttpStatusCode.BadRequest, "That request could not be read"), (form.Status, form.Heading));
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task An_item_of_another_form_is_refused()
    {
        Guid shorter = await site.PublishFormAsync(items: 2, title: "Shorter form");
        string token = await site.LinkAsync(await site.InviteAsync(await site.OpenCampaignAsync(CampaignPurpose.Pilot, form: shorter), "Bo"));
        Candidate other = await site.BeginAsync(token);
        Guid elsewhere = (await site.ItemVersionsAsync(await site.FormAsync()))[3];

        HttpResponseMessage answer = await other.Browser.PostAsScriptAsync(Save, other.First.Form("Next").Rate("a", 2).With("item", $"{elsewhere}").Fields);

        string detail = await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal("This scenario is not part of your assessment.", detail);
        Assert.Equal(["Started", "Presented"], await site.KindsAsync(other.Attempt));
    }

    [Fact]
    public async Task A_page_of_one_candidate_that_is_posted_in_the_session_of_another_writes_to_neither()
    {
        Candidate other = await site.BeginAsync(name: "Bo");
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage answer = await other.Browser.PostAsScriptAsync(Save, candidate.First.Form("Next").Rate("a", 4).Fields);

        await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task Without_a_session_a_script_is_refused_with_401_and_a_person_is_told_to_open_the_link()
    {
        FilledForm form = candidate.First.Form("Next").Rate("a", 4);
        candidate.Browser.Cookies.Clear();

        HttpResponseMessage script = await SaveAsync(form);
        Shown person = await form.PressAsync();

        await AssertProblemAsync(script, HttpStatusCode.Unauthorized);
        Assert.Equal("Please open your link", person.Heading);
        Assert.DoesNotContain("Answered", await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task A_closed_test_takes_no_choice_any_more()
    {
        FilledForm form = candidate.First.Form("Next").Rate("a", 4);
        await (await candidate.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage script = await SaveAsync(form);
        Shown person = await form.PressAsync();

        Assert.Equal("The assessment has ended. What was saved before counts.", await AssertProblemAsync(script, HttpStatusCode.Gone));
        Assert.Equal("Handed in. Thank you", person.Heading);
        Assert.Equal(before, await site.DigestsAsync());
    }

    internal static async Task<string> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        string body = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using JsonDocument problem = JsonDocument.Parse(body);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        return problem.RootElement.TryGetProperty("detail", out JsonElement detail) ? detail.GetString() ?? "" : "";
    }

    private Task<HttpResponseMessage> SaveAsync(FilledForm form) => candidate.Browser.PostAsScriptAsync(Save, form.Fields);
}
