using System.Net;
using EqAssess.Domain.Insights;
using EqAssess.Web.Composition;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>What a psychologist sees of the planted faults, without a script.</summary>
[Collection(nameof(CohortSite))]
public sealed class InsightPageTests(CohortSite cohort)
{
    private string Miskeyed => cohort.Plan.Items[cohort.Cohort.Miskeyed].ItemId;

    [Fact]
    public async Task The_list_shows_form_and_campaign_and_the_critical_scenario()
    {
        Browser browser = await cohort.SignInAsync();

        Shown page = await browser.OpenAsync("/insights");

        Assert.Equal("Insights", page.Heading);
        Assert.Contains("1 critical", page.Words);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/insights/forms/{cohort.Form}']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/insights/campaigns/{cohort.Campaign}']"));
    }

    [Fact]
    public async Task The_page_of_a_bank_shows_every_scenario_that_was_taken_the_miskeyed_one_first()
    {
        Browser browser = await cohort.SignInAsync(Roles.HrAdmin);
        (Guid insight, Insight form) = await cohort.NewestAsync();

        Shown list = await browser.OpenAsync("/insights");
        Shown page = await browser.OpenAsync($"/insights/banks/{cohort.Bank}");
        Shown missing = await browser.OpenAsync($"/insights/banks/{Guid.NewGuid()}");

        Assert.NotNull(list.Document.QuerySelector($"a[href='/insights/banks/{cohort.Bank}']"));
        Assert.Equal(form.Items.Count, page.Document.QuerySelectorAll("table.analysis tbody tr").Length);
        Assert.StartsWith(Miskeyed, Shown.Squeeze(page.Document.QuerySelector("table.analysis tbody th")!.TextContent));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/insights/{insight}/items/{form.Items[0].ItemVersion}']"));
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Fact]
    public async Task The_page_of_a_form_says_who_counts_and_who_does_not_and_when_it_was_worked_out()
    {
        Browser browser = await cohort.SignInAsync(Roles.Auditor);
        (_, Insight insight) = await cohort.NewestAsync();

        Shown page = await browser.OpenAsync($"/insights/forms/{cohort.Form}");

        Assert.Contains($"{insight.Persons:N0} attempts counted.", page.Words);
        Assert.Contains("40 simulated", page.Words);
        Assert.Contains("12 second or later", page.Words);
        Assert.Contains("under key draft-1, rules insight-2", page.Words);
        Assert.DoesNotContain("Older than the data", page.Words);
        Assert.DoesNotContain("Work out now", page.Words);
        Assert.Equal(12, page.Document.QuerySelectorAll("table.analysis tbody tr").Length);
    }

    [Fact]
    public async Task By_item_rest_the_miskeyed_scenario_comes_first_and_its_flag_finds_it_alone()
    {
        Browser browser = await cohort.SignInAsync();

        Shown sorted = await browser.OpenAsync($"/insights/forms/{cohort.Form}?order=ItemRest");
        Shown found = await browser.OpenAsync($"/insights/forms/{cohort.Form}?flag=KeySuspect");

        Assert.StartsWith(Miskeyed, Shown.Squeeze(sorted.Document.QuerySelector("table.analysis tbody th")!.TextContent));
        Assert.Equal("ascending", sorted.Document.QuerySelector("th[aria-sort]:not([aria-sort=none])")!.GetAttribute("aria-sort"));
        Assert.Equal([Miskeyed], found.Document.QuerySelectorAll("table.analysis tbody th a").Select(a => Shown.Squeeze(a.TextContent)));
    }

    [Fact]
    public async Task The_page_of_the_miskeyed_scenario_draws_its_options_and_says_what_to_do()
    {
        Browser browser = await cohort.SignInAsync();
        (Guid insight, _) = await cohort.NewestAsync();

        Shown page = await browser.OpenAsync($"/insights/{insight}/items/{cohort.Plan.Items[cohort.Cohort.Miskeyed].ItemVersion}");

        Assert.Equal(Miskeyed, page.Heading);
        Assert.Contains("Key suspect", page.Words);
        Assert.Contains("Read the wording and the key again", page.Words);
        Assert.Equal(4, page.Document.QuerySelectorAll("section[aria-labelledby=options-Rated] tbody tr").Length);
        Assert.Equal(20, page.Document.QuerySelectorAll("section[aria-labelledby=options-Rated] svg circle").Length);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_table_goes_out_as_a_file_without_shares_of_a_few_people()
    {
        Browser browser = await cohort.SignInAsync();
        (Guid insight, Insight all) = await cohort.NewestAsync();

        HttpResponseMessage answer = await browser.AskAsync(HttpMethod.Get, $"/insights/{insight}/export");
        string[] lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(13, lines.Length);
        foreach ((string line, ItemInsight item) in lines.Skip(1).Zip(all.Items))
        {
            double few = Math.Round((1 - item.Times.Attempted.OrNull!.Value) * item.Persons);
            Assert.Equal(few is > 0 and < InsightLimits.Cell, line.Split(',')[11].Length == 0);
        }
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        Browser browser = await cohort.SignInAsync();
        (Guid insight, _) = await cohort.NewestAsync();

        foreach (string path in (string[])[$"forms/{Guid.Empty}", $"forms/{Guid.Empty}/compare", $"forms/{Guid.Empty}/estimate", $"campaigns/{Guid.Empty}", $"{Guid.Empty}/export", $"{insight}/items/{Guid.Empty}", $"forms/{cohort.Form}/compare?of={Guid.Empty}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/insights/{path}")).Status);
        }
    }
}
