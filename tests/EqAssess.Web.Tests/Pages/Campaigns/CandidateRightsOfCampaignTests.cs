using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

/// <summary>A new campaign says which country's rules it keeps, and what candidates get.</summary>
public sealed class CandidateRightsOfCampaignTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("US-CA", "0", 48)]
    [InlineData("US", "0", 24)]
    [InlineData("DE", "0", 12)]
    [InlineData("DE", "6", 6)]
    [InlineData("", "0", 12)]
    public async Task Records_are_kept_as_usual_in_the_country_unless_a_campaign_says_otherwise(string country, string months, int kept)
    {
        await OpenAsync(form => form.With("country", country).With("months", months));

        CampaignRow campaign = await site.ReadAsync(db => db.Campaigns.SingleAsync());
        Assert.Equal((country, kept), (campaign.Country, campaign.RetentionMonths));
    }

    [Fact]
    public async Task Pause_feedback_and_monitoring_are_off_unless_somebody_turns_them_on()
    {
        await OpenAsync(form => form);
        await OpenAsync(form => form.Tick("One pause of five minutes", "Feedback in words", "Voluntary monitoring questions"));

        List<CampaignRow> campaigns = await site.ReadAsync(db => db.Campaigns.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(
            [(false, false, false), (true, true, true)], campaigns.Select(c => (c.AllowsPause, c.GivesFeedback, c.Monitors)).Order());
    }

    [Fact]
    public async Task A_country_that_is_not_in_the_list_becomes_another_country()
    {
        await OpenAsync(form => form.With("country", "<script>"));

        Assert.Equal("", await site.ReadAsync(db => db.Campaigns.Select(c => c.Country).SingleAsync()));
    }

    private async Task OpenAsync(Func<FilledForm, FilledForm> fill)
    {
        Shown page = await (await site.SignInAsync("Recruiter")).OpenAsync("/campaigns/new");
        Shown opened = await fill(page.Form("Create the campaign").Fill("Job title", "Adviser").Fill("Contact for candidates", "hiring@example.test").With("purpose", "Pilot")).PressAsync();
        Assert.Equal("campaigns", opened.Address.Split('/')[1]);
        Assert.Empty(opened.Problems);
    }
}
