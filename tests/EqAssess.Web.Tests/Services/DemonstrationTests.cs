using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>The demonstration is filled from the bank that comes with the site.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task Forty_made_up_candidates_are_marked_as_such_everywhere()
    {
        await using TestSite site = await FilledAsync();

        List<CandidateRow> people = await site.ReadAsync(db => db.Candidates.ToListAsync());
        List<InvitationRow> invitations = await site.ReadAsync(db => db.Invitations.ToListAsync());
        List<AttemptRow> attempts = await site.ReadAsync(db => db.Attempts.ToListAsync());

        Assert.Equal((40, 40, 38, 2), (people.Count, invitations.Count, attempts.Count, attempts.Count(a => a.TimedOut)));
        Assert.All(people, p => Assert.True(p.Simulated && p.Email.EndsWith("@example.invalid", StringComparison.Ordinal)));
        Assert.All(invitations, i => Assert.True(i.Simulated));
        Assert.All(attempts, a => Assert.True(a.Simulated && a.ClosedAt is not null && a.ClosedAt < TestSite.Start));
        Assert.Equal(40, people.Select(p => p.Name).Distinct().Count());
    }

    [Fact]
    public async Task Two_demonstrations_are_the_same_but_for_their_ids()
    {
        await using TestSite one = await FilledAsync();
        await using TestSite two = await FilledAsync();

        IReadOnlyList<string> first = await StoryAsync(one);
        IReadOnlyList<string> second = await StoryAsync(two);

        Assert.Equal(38, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Their_logs_are_sound_and_they_are_scored_like_any_other()
    {
        await using TestSite site = await FilledAsync();

        int scored = await site.RunAsync<ScoreAttempts>();

        Assert.Equal(38, scored);
        foreach (Guid attempt in await site.ReadAsync(db => db.Attempts.Select(a => a.Id).ToListAsync()))
        {
            AttemptLog log = await site.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(attempt));
            Assert.Null(log.FirstBroken());
            Assert.IsType<AttemptState.Closed>(log.State);
        }

        List<double?> percents = await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Percent).ToListAsync());
        Assert.All(percents, p => Assert.InRange(p!.Value, 0, 100));
        Assert.True(percents.Distinct().Count() > 10);
    }

    [Fact]
    public async Task They_count_in_no_estimate_and_get_no_mail()
    {
        await using TestSite site = await FilledAsync();
        await site.RunAsync<ScoreAttempts>();
        Guid form = await site.ReadAsync(db => db.FormVersions.Select(f => f.Id).SingleAsync());

        site.Time.Advance(TimeSpan.FromDays(20));
        int reminded = await site.RunAsync<RemindCandidates>();

        Assert.Equal(0, await site.AskAsync((EstimateService s) => s.ValidAttemptsAsync(form, CancellationToken.None)));
        Assert.Equal((0, 0), (reminded, await site.ReadAsync(db => db.Messages.CountAsync())));
    }

    [Fact]
    public async Task A_guest_link_starts_a_test_that_is_nobody_elses()
    {
        await using TestSite site = await FilledAsync();

        string? first = await site.AskAsync((Demonstration d) => d.MintGuestLinkAsync());
        string? beforeItIsUsed = await site.AskAsync((Demonstration d) => d.MintGuestLinkAsync());
        Guid? attempt = await Testing.Content.SampleContent.StartAsync(site, first!);
        string? next = await site.AskAsync((Demonstration d) => d.MintGuestLinkAsync());

        Assert.NotNull(attempt);
        Assert.Equal(["Guest 1", "Guest 2"], await site.ReadAsync(db => db.Candidates.Where(c => !c.Simulated).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync()));
        Assert.Equal(LinkState.Running, (await site.AskAsync((StartService s) => s.FindAsync(beforeItIsUsed!, CancellationToken.None)))!.State);
        Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(next!, CancellationToken.None)))!.State);
    }

    [Fact]
    public async Task Servers_that_greet_at_the_same_moment_make_each_account_once_and_each_give_a_link()
    {
        await using TestSite site = await FilledAsync();
        await using TestSite second = site.AddNode();

        var greetings = await Task.WhenAll(new[] { site, second, site, second }.Select(async node =>
            (Made: await node.AskAsync((Demonstration d) => d.AddAccountsAsync()), Token: await node.AskAsync((Demonstration d) => d.MintGuestLinkAsync()))));

        Assert.Equal(Demonstration.Accounts.Select(a => a.Email).Order(), greetings.SelectMany(g => g.Made).Select(a => a.Email).Order());
        Assert.Equal(Demonstration.Accounts.Count, await site.ReadAsync(db => db.Users.CountAsync()));
        foreach (string? token in greetings.Select(g => g.Token))
        {
            Assert.Equal(LinkState.Ready, (await site.AskAsync((StartService s) => s.FindAsync(token!, CancellationToken.None)))!.State);
        }
    }

    [Fact]
    public async Task A_second_start_of_the_site_fills_nothing_again()
    {
        await using TestSite site = await FilledAsync();

        await site.DoAsync((Installation i) => i.PrepareAsync(CancellationToken.None));

        Assert.Equal((40, 1), (await site.ReadAsync(db => db.Candidates.CountAsync()), await site.ReadAsync(db => db.Campaigns.CountAsync())));
    }

    [Fact]
    public async Task A_database_that_holds_a_demonstration_is_not_opened_as_anything_else()
    {
        await using TestSite site = await TestSite.CreateAsync();
        await site.DoAsync(async (EqAssess.Data.EqAssessDb db) =>
        {
            db.Workspaces.Add(new Workspace { Id = Guid.CreateVersion7(), Demonstration = true, CreatedAt = TestSite.Start });
            await db.SaveChangesAsync();
        });

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            site.DoAsync((Installation i) => i.PrepareAsync(CancellationToken.None)));

        Assert.Contains("This database holds a demonstration", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<TestSite> FilledAsync()
    {
        TestSite site = await TestSite.CreateAsync(
            ChosenEngine.Name, ("Demonstration:Enabled", "true"), ("Site:QuestionBanks", BuiltSite.QuestionBanks));
        await site.DoAsync((Installation i) => i.PrepareAsync(CancellationToken.None));
        return site;
    }

    /// <summary>Who did what and when: names, items by their id, responses, instants.</summary>
    private static async Task<IReadOnlyList<string>> StoryAsync(TestSite site)
    {
        Dictionary<Guid, string> items = await site.ReadAsync(db => db.ItemVersions.ToDictionaryAsync(i => i.Id, i => i.ItemId));
        var people = await site.ReadAsync(db => (
            from a in db.Attempts
            join i in db.Invitations on a.InvitationId equals i.Id
            join c in db.Candidates on i.CandidateId equals c.Id
            orderby c.Email
            select new { a.Id, c.Name }).ToListAsync());
        var story = new List<string>();
        foreach (var person in people)
        {
            AttemptLog log = await site.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(person.Id));
            story.Add($"{person.Name}: {string.Join(", ", log.Events.Select(e => e switch
            {
                AttemptEvent.Answered a => $"{a.At:O} {items[a.Item]} {a.Response}",
                AttemptEvent.Presented p => $"{p.At:O} {items[p.Item]}",
                _ => $"{e.At:O} {e.GetType().Name}",
            }))}");
        }

        return story;
    }
}
