using EqAssess.Domain.Forms;
using EqAssess.Web.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Take;

/// <summary>Four scenarios in two sections: two with a limit of ten minutes of their own, two without one.</summary>
public sealed class SectionTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Candidate candidate = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        var form = new NewForm
        {
            Bank = await site.BankAsync(),
            Title = "In two sections",
            TimeLimit = TimeSpan.FromMinutes(30),
            Items = await site.ItemVersionsAsync(await site.FormAsync()),
            PublishedBy = null,
            Sections = [new FormSection("On the phone", 2, TimeSpan.FromMinutes(10)), new FormSection("In writing", 2, null)],
        };
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
        Guid campaign = await site.OpenCampaignAsync(form: published.FormVersion ?? throw new InvalidOperationException(string.Join(", ", published.Problems)));
        candidate = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign)));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Next_after_the_last_scenario_of_a_part_leads_to_a_page_that_says_what_comes()
    {
        Shown second = await candidate.First.Form("Next").RateAll(1).PressAsync();
        Shown between = await second.Form("Next").PressAsync();
        Shown third = await between.Form("Begin section 2").PressAsync();

        Assert.Equal("Scenario 1 of 4, section 1: On the phone", candidate.First.Document.QuerySelector(".where")!.TextContent);
        Assert.Equal("600", candidate.First.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
        Assert.Equal(("/take/section", "Section 2: In writing"), (between.Address, between.Heading));
        Assert.Contains("Scenarios of the section you are leaving with choices missing: 1.", between.Words);
        Assert.Equal("Scenario 3 of 4, section 2: In writing", third.Document.QuerySelector(".where")!.TextContent);
        Assert.Equal("1800", third.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
    }

    [Fact]
    public async Task A_later_part_is_entered_by_its_button_only_and_pressing_twice_enters_one()
    {
        Shown instead = await candidate.Browser.OpenAsync("/take/3");
        Shown between = await candidate.Browser.OpenAsync("/take/section");
        await between.Form("Begin section 2").PressAsync();
        Shown twice = await between.Form("Begin section 2").PressAsync();

        Assert.Equal("/take/1", instead.Address);
        Assert.Equal("Scenario 3 of 4, section 2: In writing", twice.Document.QuerySelector(".where")!.TextContent);
    }

    [Fact]
    public async Task A_part_that_was_left_cannot_be_gone_back_to_or_changed()
    {
        Shown first = candidate.First;
        await (await candidate.Browser.OpenAsync("/take/section")).Form("Begin section 2").PressAsync();

        Shown again = await candidate.Browser.OpenAsync("/take/1");
        HttpResponseMessage save = await candidate.Browser.PostAsScriptAsync("/take/save", first.Form("Next").Rate("a", 4).Fields);
        Shown overview = await candidate.Browser.OpenAsync("/take/review");

        Assert.Equal("/take/3", again.Address);
        Assert.Equal(423, (int)save.StatusCode);
        Assert.Equal(["/take/3", "/take/4"], overview.Document.QuerySelectorAll(".review li a").Select(a => a.GetAttribute("href")));
        Assert.True(overview.Offers("Hand in"));
    }

    [Fact]
    public async Task Choices_that_come_after_the_end_of_a_section_are_not_saved_and_the_page_says_so()
    {
        site.Time.Advance(TimeSpan.FromMinutes(11));

        Shown next = await candidate.First.Form("Next").RateAll(2).PressAsync();

        Assert.StartsWith("/take/section", next.Address, StringComparison.Ordinal);
        Assert.Contains("This was not saved", next.Words);
        Assert.Contains("The time of section 1 is over.", next.Words);
        Assert.DoesNotContain("Answered", await site.KindsAsync(candidate.Attempt));
    }

    [Fact]
    public async Task When_the_time_of_a_part_is_over_every_page_of_it_leads_to_the_next_part()
    {
        site.Time.Advance(TimeSpan.FromMinutes(10));
        Shown instead = await candidate.Browser.OpenAsync("/take/2");
        Shown overview = await candidate.Browser.OpenAsync("/take/review");
        Shown third = await instead.Form("Begin section 2").PressAsync();

        Assert.Equal(("/take/section", "Section 2: In writing"), (instead.Address, instead.Heading));
        Assert.DoesNotContain("Back to section 1", instead.Words);
        Assert.False(overview.Offers("Hand in"));
        Assert.Equal("1200", third.Document.QuerySelector("form[data-take]")!.GetAttribute("data-seconds"));
    }
}
