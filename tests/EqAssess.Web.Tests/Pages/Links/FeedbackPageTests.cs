using EqAssess.Domain.Reports;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

public sealed class FeedbackPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_form_with_one_scenario_in_each_domain_gives_next_steps_and_no_word_on_any()
    {
        Candidate candidate = await site.FinishAsync(await CampaignAsync(feedback: true), "Amara", 1, 2, 3, 4);
        Shown end = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}");

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/feedback");

        Assert.Contains("Feedback on your answers", end.Words);
        Assert.Equal("Feedback on your answers", page.Heading);
        Assert.Equal(4, page.Document.QuerySelectorAll("section h2").Count(h => h.TextContent.StartsWith("Title of", StringComparison.Ordinal)));
        Assert.Equal(4, page.Words.Split("There were too few scenarios or answers to say anything about this area.").Length - 1);
        Assert.Contains("Its status is draft: its authors drew it up, and no panel of experts has confirmed it yet. Take this feedback with care.", page.Words);
        Assert.Contains("An area needs at least three scenarios", page.Words);
        Assert.Equal(3, Feedback.LeastItems);
    }

    [Fact]
    public async Task It_holds_no_number_no_scenario_and_no_reply()
    {
        Candidate candidate = await site.FinishAsync(await CampaignAsync(feedback: true), "Amara", 1, 2, 3, 4);

        Shown page = await site.NewBrowser().OpenAsync($"/t/{candidate.Token}/feedback");

        Assert.DoesNotMatch(@"\d", page.Document.QuerySelector("main")!.TextContent);
        Assert.All(["parcel", "First reply", "Fourth reply", "draft-1"], secret => Assert.DoesNotContain(secret, page.Words));
    }

    [Fact]
    public async Task Nobody_gets_it_before_the_end_before_the_score_or_where_the_campaign_gives_none()
    {
        string early = await site.LinkAsync(await site.InviteAsync(await CampaignAsync(feedback: true), "Bo"));
        Candidate without = await site.FinishAsync(await CampaignAsync(feedback: false), "Carmen", 1, 2, 3, 4);
        Candidate unscored = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(await CampaignAsync(feedback: true), "Dilan")));
        await (await unscored.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();

        Assert.Equal("Before you start", (await site.NewBrowser().OpenAsync($"/t/{early}/feedback")).Heading);
        Assert.Equal("Handed in. Thank you", (await site.NewBrowser().OpenAsync($"/t/{without.Token}/feedback")).Heading);
        Assert.Contains("Your test is being marked.", (await site.NewBrowser().OpenAsync($"/t/{unscored.Token}/feedback")).Words);
    }

    private Task<Guid> CampaignAsync(bool feedback) => site.OpenCampaignAsync(with: c => c with { GivesFeedback = feedback });
}
