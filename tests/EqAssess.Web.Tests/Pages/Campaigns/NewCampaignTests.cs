using System.Net;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

public sealed class NewCampaignTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() =>
        site = await SiteFactory.StartAsync(new SiteSettings { Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Scoring:AllowDraftKeysInHiring"] = "false" } });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_pilot_is_opened_and_candidates_are_told_that_it_is_one()
    {
        Shown opened = await (await SoundAsync()).PressAsync();

        CampaignRow row = await site.ReadAsync(db => db.Campaigns.SingleAsync());
        Assert.Equal(("Customer care advisor, Leeds", CampaignPurpose.Pilot), (row.JobTitle, row.Purpose));
        Assert.Contains("Pilot campaign: its scores are shown in no hiring view.", opened.Words);
        Shown link = await site.NewBrowser().OpenAsync($"/t/{await site.LinkAsync(await site.InviteAsync(row.Id))}");
        Assert.Contains("This is a pilot: it tries out the assessment. The hiring team of Harbour Care does not see your result", link.Words);
    }

    [Theory]
    [InlineData("jobTitle", "", "jobTitle", "Give the job title.")]
    [InlineData("jobTitle", "   ", "jobTitle", "Give the job title.")]
    [InlineData("form", "", "form", "Choose a published form.")]
    [InlineData("form", "nonsense", "form", "Choose a published form.")]
    [InlineData("form", "00000000-0000-0000-0000-000000000009", "form", "Choose a published form.")]
    [InlineData("timeZone", "", "timeZone", "Choose a time zone from the list.")]
    [InlineData("timeZone", "Europe/Atlantis", "timeZone", "Choose a time zone from the list.")]
    [InlineData("timeZone", "../../etc/passwd", "timeZone", "Choose a time zone from the list.")]
    [InlineData("opensOn", "", "opensOn", "Choose a day.")]
    [InlineData("opensOn", "2026-02-30", "opensOn", "Choose a day.")]
    [InlineData("closesOn", "tomorrow", "closesOn", "Choose a day.")]
    [InlineData("closesOn", "2026-11-22", "closesOn", "The closing day lies before the opening day.")]
    [InlineData("closesOn", "9999-12-31", "closesOn", "Choose days within ten years of today.")]
    [InlineData("opensOn", "0001-01-01", "closesOn", "Choose days within ten years of today.")]
    [InlineData("contact", "", "contact", "Give an e-mail address that candidates can write to.")]
    [InlineData("contact", "nobody", "contact", "Give an e-mail address that candidates can write to.")]
    [InlineData("contact", "Hana <hana@example.test>", "contact", "Give an e-mail address that candidates can write to.")]
    [InlineData("purpose", "Hiring", "purpose", "A form with a draft key can serve a pilot only. Choose Pilot, or a form whose key a panel made.")]
    public async Task Each_mistake_has_its_words_and_leads_to_its_field(string field, string value, string problemField, string words)
    {
        Shown refused = await (await SoundAsync()).With(field, value).PressAsync();

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains((problemField, words), refused.Problems);
        Assert.NotNull(refused.Document.GetElementById(problemField));
        Assert.Equal(0, await site.ReadAsync(db => db.Campaigns.CountAsync()));
    }

    [Theory]
    [InlineData("opensOn", "0001-01-01", "Asia/Tokyo")]
    [InlineData("closesOn", "9999-12-31", "America/Los_Angeles")]
    public async Task Days_at_the_end_of_the_calendar_are_refused_in_any_zone(string field, string value, string zone)
    {
        Shown refused = await (await SoundAsync()).With(field, value).With("timeZone", zone).PressAsync();

        Assert.Contains(("closesOn", "Choose days within ten years of today."), refused.Problems);
    }

    [Fact]
    public async Task A_closing_day_that_is_over_is_refused()
    {
        Shown refused = await (await SoundAsync()).With("opensOn", "2026-11-01").With("closesOn", "2026-11-22").PressAsync();

        Assert.Equal([("closesOn", "The closing day is over already. Choose today or a later day.")], refused.Problems);
    }

    [Fact]
    public async Task All_mistakes_come_at_once_and_what_was_typed_stays()
    {
        Shown refused = await (await SoundAsync()).With("jobTitle", "Advisor").With("opensOn", "").With("contact", "nobody").PressAsync();

        Assert.Equal(["opensOn", "contact"], refused.Problems.Select(p => p.Field));
        Assert.Contains("2 to mend", refused.Words);
        Assert.Equal("Advisor", refused.Form("Create the campaign")["jobTitle"]);
        Assert.Equal("nobody", refused.Form("Create the campaign")["contact"]);
    }

    [Fact]
    public async Task A_job_title_of_ten_thousand_characters_is_refused_with_words()
    {
        Shown refused = await (await SoundAsync()).With("jobTitle", new string('t', 10_000)).PressAsync();

        Assert.Equal([("jobTitle", "At most 200 characters, in one line.")], refused.Problems);
    }

    [Fact]
    public async Task A_trial_form_is_refused_for_hiring_with_words_and_serves_a_pilot()
    {
        Guid trial = await site.PublishFormAsync(items: 3, title: "Trial form");

        Shown refused = await (await SoundAsync()).With("form", $"{trial}").With("purpose", "Hiring").PressAsync();
        Shown opened = await (await SoundAsync()).With("form", $"{trial}").PressAsync();

        Assert.Contains(
            ("purpose", "A form of fewer than 4 scenarios is for trials: answering without reading can pay in it. Choose Pilot, or a form of 4 scenarios or more."), refused.Problems);
        Assert.Contains("Pilot campaign", opened.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("7")]
    public async Task A_purpose_that_does_not_exist_never_becomes_hiring(string purpose)
    {
        Shown refused = await (await SoundAsync()).With("purpose", purpose).PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0, await site.ReadAsync(db => db.Campaigns.CountAsync()));
    }

    private async Task<FilledForm> SoundAsync()
    {
        Browser browser = await site.SignInAsync("HrAdmin");
        Shown page = await browser.OpenAsync("/campaigns/new");
        return page.Form("Create the campaign").Fill("Job title", "Customer care advisor, Leeds").Fill("Contact for candidates", "hiring@example.test").With("purpose", "Pilot");
    }
}
