using System.Diagnostics;
using System.Net;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

/// <summary>The invitations of a campaign: found, shown page by page, and changed one by one.</summary>
public sealed class InvitationListTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync();
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("inés", "Inés Soto")]
    [InlineData("INES-SO", "Inés Soto")]
    [InlineData("lind", "Bo Lind")]
    [InlineData("%", "")]
    public async Task People_are_found_by_part_of_a_name_or_an_address(string words, string names)
    {
        await AddAsync("Inés Soto", "ines-soto@example.test");
        await AddAsync("Bo Lind", "bo@example.test");

        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}?find={Uri.EscapeDataString(words)}");

        Assert.Equal(names, string.Join(", ", Names(page)));
    }

    [Fact]
    public async Task The_list_shows_who_is_where_and_no_instant()
    {
        await AddAsync("Invited", "invited@example.test");
        await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign, "Running")));
        await site.FinishAsync(campaign, "Finished", 1, 2, 3, 4);
        Guid revoked = await site.InviteAsync(campaign, "Revoked");
        await site.AskAsync((InvitationService s) => s.RevokeAsync(revoked));

        Assert.Equal(["Invited"], Names(await recruiter.OpenAsync($"/campaigns/{campaign}?show=Invited")));
        Assert.Equal(["Running"], Names(await recruiter.OpenAsync($"/campaigns/{campaign}?show=UnderWay")));
        Assert.Equal(["Finished"], Names(await recruiter.OpenAsync($"/campaigns/{campaign}?show=Completed")));
        Assert.Equal(["Revoked"], Names(await recruiter.OpenAsync($"/campaigns/{campaign}?show=TakenBack")));
        Assert.Equal(["Finished", "Invited", "Revoked", "Running"], Names(await recruiter.OpenAsync($"/campaigns/{campaign}")));
    }

    /// <summary>A list of ten thousand is shown within the time of any page; the measured time is in the test's output.</summary>
    [Fact]
    public async Task Ten_thousand_invitations_are_shown_fifty_at_a_time()
    {
        await AddManyAsync(10_000);
        await recruiter.OpenAsync($"/campaigns/{campaign}?find=Person%201");

        var watch = Stopwatch.StartNew();
        Shown first = await recruiter.OpenAsync($"/campaigns/{campaign}");
        TimeSpan list = watch.Elapsed;
        Shown last = await recruiter.OpenAsync($"/campaigns/{campaign}?p=200");
        watch.Restart();
        Shown found = await recruiter.OpenAsync($"/campaigns/{campaign}?find=person-9999");
        TestContext.Current.SendDiagnosticMessage($"A page of 10,000: {list.TotalMilliseconds:0} ms; a search: {watch.Elapsed.TotalMilliseconds:0} ms.");

        Assert.Equal((50, 50, 1), (Names(first).Count, Names(last).Count, Names(found).Count));
        Assert.Contains("10000 invitations", first.Words);
        Assert.Contains("Page 200 of 200", last.Words);
        Assert.True(list < TimeSpan.FromSeconds(5), $"{list}");
    }

    [Fact]
    public async Task Those_whose_message_was_refused_stand_at_the_top_and_are_sent_again_together()
    {
        foreach (string name in (string[])["Amara", "Bo", "Carmen"])
        {
            await site.InviteAsync(campaign, name);
        }

        await site.ReadAsync(db => db.Messages.Where(m => db.Candidates.Any(c => c.Name != "Carmen" && db.Invitations.Any(i => i.Id == m.InvitationId && i.CandidateId == c.Id)))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.AddressRefused)));

        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}?show=Undelivered");
        Shown after = await page.Form("Send them again").PressAsync();

        Assert.Contains("Not delivered: 2", page.Words);
        Assert.Equal(["Amara", "Bo"], Names(page));
        Assert.Contains("Going out again within a minute: 2.", after.Words);
        Assert.DoesNotContain("Not delivered", after.Words);
        Assert.Equal(2, await site.ReadAsync(db => db.Messages.CountAsync(m => m.Slot == 1 && m.State == MessageState.Due)));
    }

    [Fact]
    public async Task An_address_is_corrected_and_time_given_on_the_page_of_one_person()
    {
        Guid invitation = await site.InviteAsync(campaign, "Amara");
        string wrong = await site.LinkAsync(invitation);
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/people/{invitation}");

        Shown bad = await page.Form("Correct and send").Fill("E-mail address", "amara at example").PressAsync();
        Shown corrected = await page.Form("Correct and send").Fill("E-mail address", "amara.okafor@example.test").PressAsync();
        Shown extended = await corrected.Form("Extend").Fill("Until the end of", "2026-12-10").PressAsync();
        Shown old = await site.NewBrowser().OpenAsync($"/t/{wrong}");

        Assert.Equal([("address", "This is no e-mail address that a message can go to. Write it like name@company.example.")], bad.Problems);
        Assert.Contains("The address was corrected.", corrected.Words);
        Assert.Equal(2, corrected.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("This person may start until the end of Thursday, 10 December 2026.", extended.Words);
        Assert.Equal(HttpStatusCode.NotFound, old.Status);
        Assert.Contains("may start until Thursday, 10 December 2026", (await recruiter.OpenAsync($"/campaigns/{campaign}")).Words);
        Shown link = await site.NewBrowser().OpenAsync($"/t/{await site.LinkAsync(invitation)}");
        Assert.Contains("extended for you", link.Words);
    }

    [Fact]
    public async Task Somebody_who_took_a_test_in_another_campaign_is_told_kindly_from_when_on_they_may_again()
    {
        string link = await site.LinkAsync(await site.InviteAsync(campaign, "Amara"));
        await site.FinishAsync(await site.OpenCampaignAsync(), "Amara", 1, 2, 3, 4);

        Shown page = await site.NewBrowser().OpenAsync($"/t/{link}");

        Assert.Equal((HttpStatusCode.OK, "You have taken this assessment lately"), (page.Status, page.Heading));
        Assert.Contains("You could take one again from Sunday, 23 May 2027", page.Words);
        Assert.False(page.Offers("Start"));
    }

    private async Task AddAsync(string name, string address) => await site.AskAsync((InvitationService s) =>
        s.InviteAsync(campaign, [new EqAssess.Data.Exchange.CsvRow(1, name, address, null)], CancellationToken.None));

    private async Task AddManyAsync(int count)
    {
        foreach (int[] chunk in Enumerable.Range(1, count).Chunk(2_000))
        {
            await site.AskAsync((InvitationService s) => s.InviteAsync(
                campaign, [.. chunk.Select(i => new EqAssess.Data.Exchange.CsvRow(i, $"Person {i}", $"person-{i}@example.test", null))], CancellationToken.None));
        }
    }

    private static List<string> Names(Shown page) =>
        [.. page.Document.QuerySelectorAll("table.rows tbody th").Select(h => Shown.Squeeze(h.ChildNodes.First(n => n.TextContent.Trim().Length > 0).TextContent))];
}
