using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>In a blind campaign people are codes until somebody has decided, or for whoever asked and said why.</summary>
public sealed class IdentitiesTests
{
    [Theory]
    [OnEachEngine]
    public async Task Before_a_decision_a_code_stands_where_the_name_would(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 2);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await desk.BlindAsync();
        await desk.ReadAsync(people[0], Desk.Ada);
        await desk.DecideAsync(people[0], Desk.Ada);

        ResultRow[] rows = [.. (await desk.ListAsync(new ResultsQuery(), Desk.Ben)).Rows];

        Assert.StartsWith("Person ", rows[0].Name, StringComparison.Ordinal);
        Assert.Equal(($"Candidate {CandidateCode.Of(people[1])}", null, null), (rows[1].Name, rows[1].Who.Name, rows[1].Who.Email));
    }

    [Fact]
    public async Task Whoever_asks_sees_the_name_and_nobody_else_and_that_they_asked_is_kept_once()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.BlindAsync();
        CampaignRow campaign = await desk.CampaignAsync();

        int first = await AskAsync(site, campaign, person);
        int second = await AskAsync(site, campaign, person);

        Assert.Equal((1, 0), (first, second));
        Assert.False((await desk.ListAsync(new ResultsQuery(), Desk.Ada)).Rows[0].Who.Hidden);
        Assert.True((await desk.ListAsync(new ResultsQuery(), Desk.Ben)).Rows[0].Who.Hidden);
        Assert.True((await desk.ListAsync(new ResultsQuery())).Rows[0].Who.Hidden);
        Assert.Equal("Arranges the room.", (await site.ReadAsync(db => db.NameLooks.SingleAsync())).Reason);
        AuditEntry noted = await site.ReadAsync(db => db.AuditLog.SingleAsync(e => e.Act == AuditService.NamesAsked));
        Assert.Equal((Desk.Ada, person), (noted.Actor, noted.Subject));
    }

    [Fact]
    public async Task A_reopened_case_keeps_its_name_and_what_only_the_server_wrote_shows_none()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 1);
        Guid person = (await desk.PeopleAsync())[0];
        await desk.BlindAsync();
        await site.ReadAsync(db =>
        {
            db.Decisions.Add(new DecisionRow { InvitationId = person, Number = 1, Outcome = DecisionOutcome.Reopened, StaffId = null, DecidedAt = site.Time.Instant, ScoreRunId = null });
            return db.SaveChangesAsync();
        });

        Assert.True((await desk.ListAsync(new ResultsQuery(), Desk.Ben)).Rows[0].Who.Hidden);
    }

    [Fact]
    public void Codes_are_stable_and_ten_thousand_people_have_as_many()
    {
        Guid[] people = [.. Enumerable.Range(0, 10_000).Select(i => new Guid(i, 0, 7, [8, 0, 0, 0, 0, 0, 0, 1]))];

        string[] codes = [.. people.Select(CandidateCode.Of)];

        Assert.Equal(codes, people.Select(CandidateCode.Of));
        Assert.Equal(people.Length, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, c => Assert.Matches("^[2-9B-DF-HJKMNP-TV-Z]{3}-[2-9B-DF-HJKMNP-TV-Z]{3}$", c));
    }

    private static Task<int> AskAsync(TestSite site, CampaignRow campaign, Guid person) =>
        site.AskAsync((Identities i) => i.AskAsync(campaign, [person], Desk.Ada, "Arranges the room.", CancellationToken.None));
}
