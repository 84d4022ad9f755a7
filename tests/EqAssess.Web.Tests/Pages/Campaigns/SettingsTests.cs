using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Campaigns;

/// <summary>An open campaign: its settings, its early end, a copy of it, and who sees it.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        Guid owner = await StaffAsync(Roles.Recruiter);
        campaign = await site.OpenCampaignAsync(with: c => c with { OpenedBy = owner });
        recruiter = await site.SignInAsync(Roles.Recruiter);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_may_change_is_saved_and_what_stays_is_said()
    {
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/settings");

        Shown saved = await page.Form("Save").Fill("Job title", "Care advisor").Fill("Closing day", "2026-12-10").With("reminders.slots", "72, 24")
            .With("reminders.quietFrom", "20").Tick("Feedback in words").PressAsync();

        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync());
        Assert.Contains("These are the same for everybody in the campaign, so that scores can be compared.", page.Words);
        Assert.Contains("The settings were saved.", saved.Words);
        Assert.Equal(("Care advisor", new DateOnly(2026, 12, 10), "72 24", 20, true), (row.JobTitle, row.ClosesOn, row.ReminderSlots, row.QuietFrom, row.GivesFeedback));
    }

    [Fact]
    public async Task Names_are_shown_to_everybody_only_by_somebody_who_stands_in_the_record()
    {
        await site.FinishAsync(campaign, "Amara Okafor", 1, 2, 3, 4);
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.Blind, true)));
        Shown blind = await recruiter.OpenAsync($"/campaigns/{campaign}/results");

        await (await recruiter.OpenAsync($"/campaigns/{campaign}/settings")).Form("Save").With("blind").PressAsync();
        Shown named = await recruiter.OpenAsync($"/campaigns/{campaign}/results");
        Guid? actor = await StaffAsync(Roles.Recruiter);

        Assert.DoesNotContain("Amara", blind.Words);
        Assert.Contains("Amara Okafor", named.Words);
        Assert.Equal(actor, await site.ReadAsync(db => db.AuditLog.Where(e => e.Act == Web.Services.AuditService.NamesShown && e.Subject == campaign).Select(e => e.Actor).SingleAsync()));
    }

    [Theory]
    [InlineData("closesOn", "2026-11-22", "closesOn", "Choose today or a later day. To end the campaign at once, close it.")]
    [InlineData("closesOn", "9999-12-31", "closesOn", "Choose a day within ten years of today.")]
    [InlineData("reminders.slots", "tomorrow", "slots", "Give up to five whole numbers of hours from 1 to 672, with spaces between.")]
    [InlineData("reminders.cap", "99", "cap", "Give a number from 0 to 10.")]
    [InlineData("reminders.quietFrom", "24", "quietFrom", "Give hours from 0 to 23.")]
    [InlineData("contact", "nobody", "contact", "Give an e-mail address that candidates can write to.")]
    public async Task Each_mistake_has_its_words_and_leads_to_its_field(string field, string value, string problemField, string text)
    {
        Shown refused = await (await recruiter.OpenAsync($"/campaigns/{campaign}/settings")).Form("Save").With(field, value).PressAsync();

        Assert.Equal([(problemField, text)], refused.Problems);
        Assert.NotNull(refused.Document.GetElementById(problemField));
        Assert.Equal("48 24", await site.ReadAsync(db => db.Campaigns.Select(c => c.ReminderSlots).SingleAsync()));
    }

    [Fact]
    public async Task Closing_early_says_first_what_it_does_and_a_running_test_goes_on()
    {
        await site.InviteAsync(campaign, "Bo");
        Candidate running = await site.BeginAsync(await site.LinkAsync(await site.InviteAsync(campaign, "Amara")));
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/close");

        Shown closed = await page.Form("Close the campaign now").PressAsync();
        Shown next = await running.First.Form("Next").RateAll(2).PressAsync();

        Assert.Contains("Invited and not started: 1.", page.Words);
        Assert.Contains("Under way: 1. They keep their full time, and their tests count.", page.Words);
        Assert.Contains("The campaign is closed.", closed.Words);
        Assert.Contains("Closed", closed.Heading, StringComparison.Ordinal);
        Assert.Contains("Scenario 2 of 4", next.Words);
    }

    [Fact]
    public async Task A_copy_has_everything_but_the_people_and_the_days()
    {
        await site.InviteAsync(campaign, "Bo");
        await site.ReadAsync(db => db.Campaigns.ExecuteUpdateAsync(s => s.SetProperty(c => c.ReminderSlots, "96 12").SetProperty(c => c.GivesFeedback, true)));

        Shown copied = await (await recruiter.OpenAsync($"/campaigns/new?from={campaign}")).Form("Create the campaign").PressAsync();

        List<CampaignRow> rows = await site.ReadAsync(db => db.Campaigns.AsNoTracking().OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows[0].JobTitle, copied.Heading, StringComparison.Ordinal);
        Assert.Equal((rows[0].FormVersionId, "96 12", true), (rows[1].FormVersionId, rows[1].ReminderSlots, rows[1].GivesFeedback));
        Assert.Equal(1, await site.ReadAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task An_owner_shares_a_campaign_hands_it_over_and_takes_access_away()
    {
        Guid other = await AddRecruiterAsync();
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/share");

        Shown last = await page.Form($"Take the access of {await NameAsync(Roles.Recruiter)} away").PressAsync();
        Shown shared = await page.Form("Share with this recruiter").With("colleague", $"{other}").PressAsync();
        Shown twice = await page.Form("Share with this recruiter").With("colleague", $"{other}").PressAsync();
        await shared.Form("Make Rosa Silva an owner").PressAsync();
        Shown gone = await page.Form($"Take the access of {await NameAsync(Roles.Recruiter)} away").PressAsync();

        Assert.Contains("A campaign needs an owner.", last.Words);
        Assert.Contains("The campaign is shared with one more recruiter.", shared.Words);
        Assert.Contains("This person has access already", twice.Words);
        Assert.Equal("/campaigns", gone.Address);
        Assert.Equal([(other, true)], await site.ReadAsync(async db => (await db.CampaignAccesses.AsNoTracking().ToListAsync()).Select(a => (a.StaffId, a.Owner))));
    }

    [Fact]
    public async Task Somebody_who_works_in_a_campaign_and_does_not_own_it_shares_it_with_nobody()
    {
        Guid other = await AddRecruiterAsync();
        await site.ReadAsync(db => db.CampaignAccesses.ExecuteUpdateAsync(s => s.SetProperty(a => a.Owner, false)));
        Shown page = await recruiter.OpenAsync($"/campaigns/{campaign}/share");
        HttpRequestMessage request = new(HttpMethod.Post, $"/campaigns/{campaign}/share?handler=Add")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("forgeryToken", page.ForgeryToken), KeyValuePair.Create("colleague", $"{other}")]),
        };

        Shown after = await recruiter.SendAsync(request);

        Assert.False(page.Offers("Share with this recruiter"));
        Assert.Contains("Owners of the campaign and HR admins decide who sees it.", after.Words);
        Assert.Equal(1, await site.ReadAsync(db => db.CampaignAccesses.CountAsync()));
    }

    private async Task<Guid> AddRecruiterAsync()
    {
        string token = await site.AskAsync((EqAssess.Web.Services.StaffAccounts s) => s.InviteAsync("rosa@staff.example.test", "Rosa Silva", [Roles.Recruiter]));
        Shown page = await site.NewBrowser().OpenAsync($"/account/set-up/{token}");
        await page.Form(Shown.Squeeze(page.Document.QuerySelector("form button")!.TextContent)).With("password", "a long enough password").PressAsync();
        return await site.ReadAsync(db => db.Users.Where(u => u.Email == "rosa@staff.example.test").Select(u => u.Id).SingleAsync());
    }

    private Task<string> NameAsync(string role)
    {
        string email = PreparedDatabase.EmailOf(role);
        return site.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.DisplayName).SingleAsync());
    }

    private Task<Guid> StaffAsync(string role)
    {
        string email = PreparedDatabase.EmailOf(role);
        return site.ReadAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());
    }
}
