using System.Net;
using System.Text.Json;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>Two pages of one test: another tab, another device, or a page out of the browser's memory.</summary>
public sealed class SecondPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        candidate = await site.BeginAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_script_on_a_page_that_is_behind_is_told_so_and_nothing_is_written()
    {
        Shown behind = candidate.First;
        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").Rate("b", 1).PressAsync();
        IReadOnlyDictionary<string, string> before = await site.DigestsAsync();

        HttpResponseMessage answer = await candidate.Browser.PostAsScriptAsync("/take/save", behind.Form("Next").Rate("a", 4).Fields);

        string detail = await SavingTests.AssertProblemAsync(answer, HttpStatusCode.Conflict);
        Assert.StartsWith("Another page has saved something since.", detail);
        Assert.Equal(before, await site.DigestsAsync());
    }

    [Fact]
    public async Task A_page_that_was_opened_again_and_added_nothing_makes_no_other_page_behind()
    {
        Shown first = candidate.First;
        await candidate.Browser.OpenAsync("/take/1");
        await candidate.Browser.OpenAsync("/take/2");

        HttpResponseMessage answer = await candidate.Browser.PostAsScriptAsync("/take/save", first.Form("Next").Rate("a", 4).Fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("4", (await candidate.Browser.OpenAsync("/take/1")).Chosen["choice.a"]);
    }

    [Fact]
    public async Task Next_on_a_page_without_a_choice_goes_on_however_old_the_page_is()
    {
        Shown blank = candidate.First;
        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").RateAll(4).PressAsync();

        Shown next = await blank.Form("Next").PressAsync();

        Assert.Equal((HttpStatusCode.OK, "/take/2"), (next.Status, next.Address));
        Assert.All((await candidate.Browser.OpenAsync("/take/1")).Chosen.Values, chosen => Assert.Equal("4", chosen));
    }

    [Fact]
    public async Task A_save_sent_again_after_another_page_has_saved_does_not_learn_of_that()
    {
        FilledForm lost = candidate.First.Form("Next").Rate("a", 4);
        await candidate.Browser.PostAsScriptAsync("/take/save", lost.Fields);
        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").Rate("b", 1).PressAsync();

        HttpResponseMessage again = await candidate.Browser.PostAsScriptAsync("/take/save", lost.Fields);

        using JsonDocument json = JsonDocument.Parse(await again.Content.ReadAsStringAsync());
        int known = json.RootElement.GetProperty("sequence").GetInt32();
        FilledForm later = lost.Rate("b", 4).With("entry", $"{Guid.NewGuid()}").With("sequence", $"{known}");
        HttpResponseMessage refused = await candidate.Browser.PostAsScriptAsync("/take/save", later.Fields);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (again.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task A_form_on_a_page_that_is_behind_comes_back_with_its_choices_on_top_and_the_second_Next_saves_them()
    {
        Shown behind = candidate.First;
        Shown ahead = await candidate.Browser.OpenAsync("/take/1");
        await ahead.Form("Next").Rate("a", 1).Rate("b", 1).PressAsync();

        Shown refused = await behind.Form("Next").Rate("b", 4).Rate("c", 3).PressAsync();
        IReadOnlyList<string> kinds = await site.KindsAsync(candidate.Attempt);
        Shown next = await refused.Form("Next").PressAsync();
        Shown first = await candidate.Browser.OpenAsync("/take/1");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("You went on in another window or on another device", refused.Words);
        Assert.Equal(new Dictionary<string, string> { ["choice.a"] = "1", ["choice.b"] = "4", ["choice.c"] = "3" }, refused.Chosen);
        Assert.Single(kinds, "Answered");
        Assert.Equal("/take/2", next.Address);
        Assert.Equal(refused.Chosen, first.Chosen);
    }

    [Fact]
    public async Task A_page_out_of_the_browsers_memory_that_is_posted_again_with_other_choices_loses_none_of_them()
    {
        Shown page = candidate.First;
        Shown second = await page.Form("Next").RateAll(1).PressAsync();

        Shown refused = await page.Form("Next").RateAll(1).Rate("d", 4).PressAsync();
        Shown next = await refused.Form("Next").PressAsync();
        Shown first = await candidate.Browser.OpenAsync("/take/1");

        Assert.Equal("/take/2", second.Address);
        Assert.Equal((HttpStatusCode.Conflict, "4"), (refused.Status, refused.Chosen["choice.d"]));
        Assert.Equal("/take/2", next.Address);
        Assert.Equal("4", first.Chosen["choice.d"]);
    }

    [Fact]
    public async Task A_double_click_on_Next_goes_on_once()
    {
        FilledForm form = candidate.First.Form("Next").RateAll(2);

        Shown[] pages = [await form.PressAsync(), await form.PressAsync()];

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "/take/2"), (page.Status, page.Address)));
        Assert.Single(await site.KindsAsync(candidate.Attempt), "Answered");
    }

    [Fact]
    public async Task Choices_of_one_scenario_are_never_shown_on_another()
    {
        Shown behind = candidate.First;
        await (await candidate.Browser.OpenAsync("/take/2")).Form("Next").RateAll(1).PressAsync();

        HttpResponseMessage answer = await candidate.Browser.AskAsync(new HttpRequestMessage(HttpMethod.Post, "/take/2")
        {
            Content = new FormUrlEncodedContent(behind.Form("Next").RateAll(4).Fields),
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Handing_in_on_one_device_ends_the_test_on_the_other()
    {
        Shown other = await (await site.NewBrowser().OpenAsync($"/t/{candidate.Token}")).Form("Continue").PressAsync();
        await (await candidate.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();

        Shown page = await other.Form("Next").RateAll(3).PressAsync();

        Assert.Equal(("/take/done", "Handed in. Thank you"), (page.Address, page.Heading));
        Assert.Contains("0 of 16", page.Words);
    }
}
