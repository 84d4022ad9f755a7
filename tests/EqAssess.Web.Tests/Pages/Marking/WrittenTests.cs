using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Jobs;
using EqAssess.Web.Tests.Pages.Accommodations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Marking;

/// <summary>The same scenarios with a text field: what is written is kept, and the log holds its digest alone.</summary>
public sealed class WrittenTests : IAsyncLifetime
{
    private AdjustedSite adjusted = null!;

    private SiteFactory Site => adjusted.Site;

    public async ValueTask InitializeAsync() => adjusted = await AdjustedSite.StartAsync(("Campaigns:RetestMonths", "0"));

    public ValueTask DisposeAsync() => adjusted.DisposeAsync();

    [Fact]
    public async Task The_link_page_practice_and_scenarios_ask_for_a_text_and_offer_no_choice()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        string other = await Site.LinkAsync(await Site.InviteAsync(await Site.OpenCampaignAsync(), "Amara"));

        Shown link = await candidate.Browser.OpenAsync($"/t/{other}");
        Shown practice = await candidate.Browser.OpenAsync($"/t/{other}/practice");

        Assert.Contains("you write what you would say or do, and why", link.Words);
        Assert.DoesNotContain("nothing to type", link.Words);
        foreach (Shown page in (Shown[])[practice, candidate.First])
        {
            Assert.Contains("What would you say or do? Why?", page.Words);
            Assert.Empty(page.Document.QuerySelectorAll("input[type=radio]"));
            Assert.DoesNotContain("First reply.", page.Words);
        }
    }

    [Fact]
    public async Task A_text_is_saved_with_next_and_its_digest_with_the_salt_stands_in_the_log()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");

        await candidate.First.Form("Next").With("text", "  I would say sorry.\r\nThen I would call the depot. ").PressAsync();

        TypedAnswer row = await Site.ReadAsync(db => db.TypedAnswers.SingleAsync());
        Assert.Equal("I would say sorry.\nThen I would call the depot.", row.Text);
        AttemptLogEntry last = (await Site.LogOfAsync(candidate.Attempt)).Single(e => e.Kind == "Answered");
        Assert.Contains($"\"{TypedResponse.Of(row.Salt, row.Text)}\"", last.Payload);
        Assert.DoesNotContain(await Site.LogOfAsync(candidate.Attempt), e => e.Payload.Contains("depot"));
        Assert.Equal(row.Text, (await candidate.Browser.OpenAsync("/take/1")).Form("Next")["text"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_text_that_comes_too_late_closes_the_test_with_its_receipt()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        Site.Time.Advance(TimeSpan.FromMinutes(21));

        Shown end = await candidate.First.Form("Next").With("text", "Too late.").PressAsync();

        Assert.Equal("Your time ended", end.Heading);
        Assert.Equal("Expired", (await Site.KindsAsync(candidate.Attempt))[^1]);
        Assert.Equal(1, await Site.ReadAsync(db => db.Receipts.CountAsync(r => r.AttemptId == candidate.Attempt)));
        Assert.Equal(0, await Site.ReadAsync(db => db.TypedAnswers.CountAsync()));
    }

    [Fact]
    public async Task A_text_can_be_changed_and_deleted_and_the_same_one_again_writes_nothing()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        await candidate.First.Form("Next").With("text", "First thought.").PressAsync();
        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").PressAsync();
        Assert.Single(await Site.KindsAsync(candidate.Attempt), k => k == "Answered");

        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").With("text", "Second thought.").PressAsync();
        Assert.Equal("Second thought.", await Site.ReadAsync(db => db.TypedAnswers.Select(t => t.Text).SingleAsync()));
        await (await candidate.Browser.OpenAsync("/take/1")).Form("Next").With("text", " ").PressAsync();

        Assert.Equal(0, await Site.ReadAsync(db => db.TypedAnswers.CountAsync()));
        Assert.Contains("0 of 4 scenarios are complete", (await candidate.Browser.OpenAsync("/take/review")).Words);
    }

    [Fact]
    public async Task A_second_page_does_not_overwrite_a_newer_text_and_keeps_its_own_on_the_screen()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        Shown elsewhere = await candidate.Browser.OpenAsync("/take/1");
        Shown here = await candidate.Browser.OpenAsync("/take/1");
        await here.Form("Next").With("text", "The newer one.").PressAsync();

        Shown refused = await elsewhere.Form("Next").With("text", "An older one.").PressAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("An older one.", refused.Form("Next")["text"]);
        Assert.Equal("The newer one.", await Site.ReadAsync(db => db.TypedAnswers.Select(t => t.Text).SingleAsync()));
    }

    [Fact]
    public async Task A_text_sent_twice_under_one_entry_is_one_answer()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        FilledForm form = candidate.First.Form("Next").With("text", "Once.");

        await form.PressAsync();
        Shown again = await form.PressAsync();

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single(await Site.KindsAsync(candidate.Attempt), k => k == "Answered");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Neither_choices_in_a_written_test_nor_a_text_in_an_ordinary_one_are_taken(bool written)
    {
        Guid campaign = await Site.OpenCampaignAsync();
        Candidate candidate = written
            ? await Site.BeginWrittenAsync(campaign, "Amara")
            : await Site.BeginAsync(await Site.LinkAsync(await Site.InviteAsync(campaign)));
        FilledForm form = candidate.First.Form("Next");

        Shown refused = await (written ? form.Without("text").RateAll(3) : form.With("text", "Words.")).PressAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("Answered", await Site.KindsAsync(candidate.Attempt));
        Assert.Equal(0, await Site.ReadAsync(db => db.TypedAnswers.CountAsync()));
    }

    [Fact]
    public async Task A_text_that_comes_after_the_time_is_not_kept()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        Site.Time.Advance(TimeSpan.FromMinutes(21));

        Shown page = await candidate.First.Form("Next").With("text", "Too late.").PressAsync();

        Assert.Equal("Your time ended", page.Heading);
        Assert.Equal(0, await Site.ReadAsync(db => db.TypedAnswers.CountAsync()));
        Assert.Equal("Expired", (await Site.KindsAsync(candidate.Attempt))[^1]);
    }

    [Fact]
    public async Task A_test_without_a_single_text_is_scored_at_once()
    {
        Candidate candidate = await Site.BeginWrittenAsync(await Site.OpenCampaignAsync(), "Amara");
        await (await candidate.Browser.OpenAsync("/take/review")).Form("Hand in").PressAsync();

        await Site.RunAsync<ScoreAttempts>();

        Assert.Equal(0, await Site.ReadAsync(db => db.ScoreRuns.Select(r => r.Percent).SingleAsync()));
    }
}
