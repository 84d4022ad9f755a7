using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Reminders 48 and 24 hours before closing, at most one in each slot.</summary>
public sealed class RemindCandidatesTests
{
    /// <summary>The sample campaign's last day is 3 December, UTC.</summary>
    private static readonly DateTimeOffset Closes = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [OnEachEngine]
    public async Task Somebody_who_has_not_finished_is_reminded_48_and_24_hours_before_the_end(string engine)
    {
        await using TestSite site = await InvitedAsync(engine);

        int[] made =
        [
            await RunAtAsync(site, Closes.AddHours(-48).AddMilliseconds(-1)),
            await RunAtAsync(site, Closes.AddHours(-48)),
            await RunAtAsync(site, Closes.AddHours(-30)),
            await RunAtAsync(site, Closes.AddHours(-24).AddMilliseconds(-1)),
            await RunAtAsync(site, Closes.AddHours(-24)),
            await RunAtAsync(site, Closes.AddHours(-1)),
            await RunAtAsync(site, Closes),
        ];

        Assert.Equal([0, 1, 0, 0, 1, 0, 0], made);
        Assert.Equal([48, 24], (await RemindersAsync(site)).Select(m => m.Slot));
        Assert.Contains(typeof(SendMessages), site.Jobs.Nudges);
    }

    [Theory]
    [OnEachEngine]
    public async Task Nodes_that_look_at_once_write_one_reminder_to_each(string engine)
    {
        await using TestSite site = await InvitedAsync(engine, "amara", "bo", "carmen");
        site.Time.Instant = Closes.AddHours(-47);

        int[] made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.RunAsync<RemindCandidates>()));

        Assert.Equal(3, made.Sum());
        Assert.Equal(3, (await RemindersAsync(site)).Select(m => m.InvitationId).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_was_down_in_the_first_slot_writes_only_once()
    {
        await using TestSite site = await InvitedAsync(ChosenEngine.Name);

        int made = await RunAtAsync(site, Closes.AddHours(-20));
        int again = await RunAtAsync(site, Closes.AddHours(-19));

        Assert.Equal((1, 0), (made, again));
        Assert.Equal([24], (await RemindersAsync(site)).Select(m => m.Slot));
    }

    [Fact]
    public async Task Nobody_is_reminded_who_has_finished_was_taken_back_or_is_made_up()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await new FinishedAttempts(site, sample).AddAsync(1);
        Guid revoked = await site.InviteAsync(sample.Campaign, "amara");
        await site.AskAsync((InvitationService s) => s.RevokeAsync(revoked));
        await AddSimulatedAsync(site, sample.Campaign);

        int made = await RunAtAsync(site, Closes.AddHours(-40)) + await RunAtAsync(site, Closes.AddHours(-20));

        Assert.Equal(3, await site.ReadAsync(db => db.Invitations.CountAsync()));
        Assert.Equal(0, made);
    }

    [Fact]
    public async Task Somebody_who_has_started_and_not_finished_is_reminded()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        string token = await site.MintLinkAsync(await site.InviteAsync(sample.Campaign, "amara"));
        site.Time.Instant = Closes.AddHours(-40);
        await site.StartAsync(token);

        int made = await site.RunAsync<RemindCandidates>();

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Somebody_who_was_invited_within_the_slot_has_just_had_a_message()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        site.Time.Instant = Closes.AddHours(-40);
        await site.InviteAsync(sample.Campaign, "amara");

        int first = await RunAtAsync(site, Closes.AddHours(-39));
        int second = await RunAtAsync(site, Closes.AddHours(-23));

        Assert.Equal((0, 1), (first, second));
        Assert.Equal([24], (await RemindersAsync(site)).Select(m => m.Slot));
    }

    private static async Task<TestSite> InvitedAsync(string engine, params string[] names)
    {
        TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        foreach (string name in names.DefaultIfEmpty("amara"))
        {
            await site.InviteAsync(sample.Campaign, name);
        }

        return site;
    }

    private static async Task<int> RunAtAsync(TestSite site, DateTimeOffset now)
    {
        site.Time.Instant = now;
        return await site.RunAsync<RemindCandidates>();
    }

    private static Task<List<MessageRow>> RemindersAsync(TestSite site) =>
        site.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.Reminder).OrderBy(m => m.CreatedAt).ToListAsync());

    private static Task AddSimulatedAsync(TestSite site, Guid campaign) => site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
    {
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = "S", Email = "s@example.invalid", NormalizedEmail = "S@EXAMPLE.INVALID", Simulated = true, CreatedAt = TestSite.Start,
        };
        db.AddRange(candidate, new InvitationRow
        {
            Id = Guid.CreateVersion7(), CampaignId = campaign, CandidateId = candidate.Id, Simulated = true, CreatedAt = TestSite.Start,
        });
        await db.SaveChangesAsync();
    });
}
