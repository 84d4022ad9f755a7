using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

public sealed class CampaignServiceTests
{
    /// <summary>
    /// Expected: Python's zoneinfo, the first quarter of an hour whose local date is the next day. Clocks change at midnight itself in
    /// Havana (back at 1:00), Cairo, Beirut (forward at 0:00, back at 24:00) and Santiago (forward at 24:00).
    /// </summary>
    [Theory]
    [InlineData("Europe/London", "2026-12-01", "2026-12-02T00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T22:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T23:00Z")]
    [InlineData("America/New_York", "2026-11-01", "2026-11-02T05:00Z")]
    [InlineData("America/Havana", "2027-03-13", "2027-03-14T05:00Z")]
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-02T05:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29", "2027-04-29T22:00Z")]
    [InlineData("Africa/Cairo", "2026-10-29", "2026-10-29T22:00Z")]
    [InlineData("America/Santiago", "2026-09-05", "2026-09-06T04:00Z")]
    [InlineData("America/Santiago", "2026-04-04", "2026-04-05T04:00Z")]
    [InlineData("Asia/Beirut", "2027-03-27", "2027-03-27T22:00Z")]
    [InlineData("Asia/Beirut", "2026-10-24", "2026-10-24T22:00Z")]
    [InlineData("Asia/Kathmandu", "2026-12-01", "2026-12-01T18:15Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03", "2026-10-03T13:30Z")]
    [InlineData("Pacific/Kiritimati", "2026-12-31", "2026-12-31T10:00Z")]
    public void The_last_day_ends_where_the_next_one_begins_in_the_zone_of_the_campaign(string zone, string day, string end)
    {
        TimeZoneInfo inZone = TimeZoneInfo.FindSystemTimeZoneById(zone);

        DateTimeOffset got = CampaignService.EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), inZone);

        Assert.Equal(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), got);
        Assert.Equal(TimeSpan.Zero, got.Offset);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_campaign_opens_and_closes_with_days_of_its_zone(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Guid form = (await site.AddCampaignAsync()).Form;

        CampaignOpened opened = await OpenAsync(site, Sample(form) with { TimeZone = "America/New_York", JobTitle = "  Advisor " });

        CampaignRow row = await site.ReadAsync(db => db.Campaigns.SingleAsync(c => c.Id == opened.Campaign));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), row.OpensAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 5, 0, 0, TimeSpan.Zero), row.ClosesAt);
        Assert.Equal(("Advisor", new DateOnly(2026, 11, 30)), (row.JobTitle, row.ClosesOn));
    }

    [Fact]
    public async Task Every_problem_of_a_campaign_is_listed_and_none_is_opened()
    {
        await using TestSite site = await TestSite.CreateAsync();

        CampaignOpened opened = await OpenAsync(site, Sample(Guid.CreateVersion7()) with
        {
            JobTitle = " ", OpensOn = new DateOnly(2026, 11, 20), ClosesOn = new DateOnly(2026, 11, 19),
        });
        CampaignOpened elsewhere = await OpenAsync(site, Sample(Guid.CreateVersion7()) with { TimeZone = "Mars/Olympus_Mons" });

        Assert.Null(opened.Campaign);
        Assert.Equal([CampaignProblem.NoJobTitle, CampaignProblem.ClosesBeforeItOpens, CampaignProblem.AlreadyOver, CampaignProblem.NoForm], opened.Problems);
        Assert.Equal([CampaignProblem.UnknownTimeZone, CampaignProblem.NoForm], elsewhere.Problems);
        Assert.Equal(0, await site.ReadAsync(db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task A_campaign_whose_last_day_is_today_can_be_opened_until_that_day_ends()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Guid form = (await site.AddCampaignAsync()).Form;
        NewCampaign today = Sample(form) with { ClosesOn = new DateOnly(2026, 11, 23) };

        site.Time.Instant = new DateTimeOffset(2026, 11, 23, 23, 59, 59, 999, TimeSpan.Zero);
        CampaignOpened inTime = await OpenAsync(site, today);
        site.Time.Advance(TimeSpan.FromMilliseconds(1));
        CampaignOpened late = await OpenAsync(site, today);

        Assert.NotNull(inTime.Campaign);
        Assert.Equal([CampaignProblem.AlreadyOver], late.Problems);
    }

    [Theory]
    [InlineData("draft", CampaignPurpose.Hiring, false, CampaignProblem.DraftKeyInHiring)]
    [InlineData("draft", CampaignPurpose.Pilot, false, null)]
    [InlineData("draft", CampaignPurpose.Hiring, true, null)]
    [InlineData("provisional", CampaignPurpose.Hiring, false, null)]
    [InlineData("panel", CampaignPurpose.Hiring, false, null)]
    [InlineData("simulated", CampaignPurpose.Pilot, true, CampaignProblem.DemonstrationKey)]
    [InlineData("simulated", CampaignPurpose.Hiring, true, CampaignProblem.DemonstrationKey)]
    public async Task What_a_key_is_worth_decides_what_it_may_be_used_for(string status, CampaignPurpose purpose, bool draftsAllowed, CampaignProblem? refused)
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:AllowDraftKeysInHiring", draftsAllowed.ToString()));
        Guid form = await PublishedOnAsync(site, status);

        CampaignOpened opened = await OpenAsync(site, Sample(form) with { Purpose = purpose });

        Assert.Equal(refused is null ? [] : [refused.Value], opened.Problems);
        Assert.Equal(refused is null, opened.Campaign is not null);
    }

    [Fact]
    public async Task A_key_of_a_demonstration_serves_no_campaign_outside_of_it()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await SetWorkspaceAsync(site, demonstration: true);
        Guid form = await PublishedOnAsync(site, "draft");
        CampaignOpened inside = await OpenAsync(site, Sample(form));
        await SetWorkspaceAsync(site, demonstration: false);

        CampaignOpened outside = await OpenAsync(site, Sample(form));

        Assert.Empty(inside.Problems);
        Assert.Equal([CampaignProblem.DemonstrationKey], outside.Problems);
    }

    [Theory]
    [InlineData(3, CampaignPurpose.Hiring, false, CampaignProblem.TrialFormInHiring)]
    [InlineData(1, CampaignPurpose.Hiring, false, CampaignProblem.TrialFormInHiring)]
    [InlineData(3, CampaignPurpose.Pilot, false, null)]
    [InlineData(3, CampaignPurpose.Hiring, true, null)]
    [InlineData(4, CampaignPurpose.Hiring, false, null)]
    public async Task A_trial_form_serves_pilots_and_the_demonstration_only(int items, CampaignPurpose purpose, bool demonstration, CampaignProblem? refused)
    {
        await using TestSite site = await TestSite.CreateAsync();
        await SetWorkspaceAsync(site, demonstration);
        Guid form = await PublishedOnAsync(site, "panel", items);

        CampaignOpened opened = await OpenAsync(site, Sample(form) with { Purpose = purpose });

        Assert.Equal(refused is null ? [] : [refused.Value], opened.Problems);
    }

    private static async Task<Guid> PublishedOnAsync(TestSite site, string status, int items = 4)
    {
        string folder = SampleBank.Write(Path.Combine(site.Folder, "bank"), items, status);
        await site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        return await site.PublishAsync(await site.ReadAsync(db => db.Banks.Select(b => b.Id).SingleAsync()));
    }

    private static Task SetWorkspaceAsync(TestSite site, bool demonstration) => site.DoAsync(async (EqAssessDb db) =>
    {
        await db.Workspaces.ExecuteDeleteAsync();
        db.Workspaces.Add(new Workspace { Id = Guid.CreateVersion7(), Demonstration = demonstration, CreatedAt = TestSite.Start });
        await db.SaveChangesAsync();
    });

    private static Task<CampaignOpened> OpenAsync(TestSite site, NewCampaign campaign) =>
        site.AskAsync((CampaignService s) => s.OpenAsync(campaign, CancellationToken.None));

    private static NewCampaign Sample(Guid form) => new()
    {
        JobTitle = "Advisor",
        FormVersion = form,
        Purpose = CampaignPurpose.Hiring,
        TimeZone = "Etc/UTC",
        OpensOn = new DateOnly(2026, 11, 23),
        ClosesOn = new DateOnly(2026, 11, 30),
        Contact = "hiring@example.test",
        RetentionMonths = 6,
    };
}
