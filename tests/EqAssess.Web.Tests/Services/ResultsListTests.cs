using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Finding, ordering and paging of a campaign's people.</summary>
public sealed class ResultsListTests
{
    [Theory]
    [OnEachEngine]
    public async Task Pages_hold_everybody_once_in_the_order_of_the_whole(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 120);

        var pages = new List<CampaignResults>();
        for (int page = 1; page <= 3; page++)
        {
            pages.Add(await desk.ListAsync(new ResultsQuery { Sheet = page }));
        }

        Assert.Equal([50, 50, 20], pages.Select(p => p.Rows.Count));
        Assert.All(pages, p => Assert.Equal((120, 3), (p.Slice.Count, p.Slice.Pages)));
        ResultRow[] all = [.. pages.SelectMany(p => p.Rows)];
        Assert.Equal(120, all.Select(r => r.Invitation).Distinct().Count());
        double[] percents = [.. all.Select(r => r.Score!.Percent!.Value)];
        Assert.Equal(percents.OrderDescending(), percents);
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(99, 2)]
    public async Task A_page_that_is_not_there_is_the_nearest_that_is(int asked, int shown)
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 51);

        Assert.Equal(shown, (await desk.ListAsync(new ResultsQuery { Sheet = asked })).Slice.Page);
    }

    [Theory]
    [OnEachEngine]
    public async Task Filters_find_by_state_decision_request_quality_and_simulation(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        Desk desk = await Desk.OfAsync(site, 4);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await new FinishedAttempts(site, desk.Sample).AddAsync([[null, null, null, null]], simulated: true);
        await site.RunAsync<ScoreAttempts>();
        await site.RunAsync<DescribeAnswers>();
        Guid waiting = await site.InviteAsync(desk.Sample.Campaign, "waiting");
        await desk.ReadAsync(people[0], Desk.Ada);
        await desk.DecideAsync(people[0], Desk.Ada, DecisionOutcome.Reject);
        await desk.DecideAsync(people[0], Desk.Ada, DecisionOutcome.Shortlist, seen: 1);
        CampaignRow campaign = await desk.CampaignAsync();
        await site.AskAsync((CandidateRequests r) => r.AskAsync(people[2], campaign, CandidateRequestKind.LookAgain, "Please look."));

        Assert.Equal([waiting], await FoundAsync(desk, new ResultsQuery { State = Progress.Invited }));
        Assert.Equal([people[0]], await FoundAsync(desk, new ResultsQuery { Decision = DecisionFilter.Shortlist }));
        Assert.Empty(await FoundAsync(desk, new ResultsQuery { Decision = DecisionFilter.Reject }));
        Assert.Equal(5, (await FoundAsync(desk, new ResultsQuery { Decision = DecisionFilter.Open })).Length);
        Assert.Equal([people[2]], await FoundAsync(desk, new ResultsQuery { Flag = ResultsFlag.Request }));
        Assert.Single(await FoundAsync(desk, new ResultsQuery { Flag = ResultsFlag.Answers }));
        Assert.Equal(
            await FoundAsync(desk, new ResultsQuery { Flag = ResultsFlag.Answers }), await FoundAsync(desk, new ResultsQuery { People = PeopleFilter.Simulated }));
        Assert.Equal(5, (await FoundAsync(desk, new ResultsQuery { People = PeopleFilter.Real })).Length);
        Assert.Equal(people[0], (await FoundAsync(desk, new ResultsQuery { Order = ResultsOrder.Undecided }))[^1]);
    }

    [Theory]
    [InlineData("person 2")]
    [InlineData("PERSON 2")]
    [InlineData(" erson 2 ")]
    [InlineData("person-2-")]
    public async Task Words_find_names_and_addresses_in_either_case(string words)
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);

        Assert.Equal("Person 2", Assert.Single((await desk.ListAsync(new ResultsQuery { Words = words })).Rows).Name);
    }

    [Fact]
    public async Task In_a_blind_campaign_words_find_only_names_that_are_shown_and_codes()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 3);
        IReadOnlyList<Guid> people = await desk.PeopleAsync();
        await desk.BlindAsync();
        await desk.ReadAsync(people[1], Desk.Ada);
        await desk.DecideAsync(people[1], Desk.Ada);

        ResultRow named = Assert.Single((await desk.ListAsync(new ResultsQuery { Words = "Person" }, Desk.Ben)).Rows);
        string code = CandidateCode.Of(people[2]);

        Assert.Equal(people[1], named.Invitation);
        foreach (string typed in (string[])[code, code.ToLowerInvariant(), code.Replace("-", ""), $"Candidate {code}", code[..5]])
        {
            Assert.Contains(people[2], await FoundAsync(desk, new ResultsQuery { Words = typed }));
        }

        CampaignResults byName = await desk.ListAsync(new ResultsQuery { Order = ResultsOrder.Name }, Desk.Ben);
        Assert.Equal(people[1], byName.Rows[0].Invitation);
    }

    [Fact]
    public async Task A_selected_row_of_another_page_is_compared_with_all_the_same()
    {
        await using TestSite site = await TestSite.CreateAsync(ChosenEngine.Name, ("Scoring:PlanningReliability", "0.80"));
        Desk desk = await Desk.OfAsync(site, 60);
        ResultRow first = (await desk.ListAsync(new ResultsQuery())).Rows[0];
        CampaignRow campaign = await desk.CampaignAsync();

        CampaignResults second = await site.AskAsync((ResultsService s) => s.OfAsync(campaign, new ResultsQuery { Sheet = 2 }, first.Attempt, null, CancellationToken.None));

        Assert.Equal(first.Invitation, second.Selected!.Invitation);
        Assert.DoesNotContain(second.Rows, r => r.Invitation == first.Invitation);
        Assert.All(second.Rows, r => Assert.NotNull(second.DiffersFromSelected(r)));
    }

    [Fact]
    public async Task Nobody_of_another_campaign_is_found_or_can_be_selected()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 2);
        Guid other = await site.OpenAsync(desk.Sample.Form);
        IReadOnlyList<Guid> stranger = await new FinishedAttempts(site, desk.Sample with { Campaign = other }).AddAsync(1, seed: 5);
        await site.RunAsync<ScoreAttempts>();
        CampaignRow campaign = await desk.CampaignAsync();

        CampaignResults results = await site.AskAsync((ResultsService s) => s.OfAsync(campaign, new ResultsQuery(), stranger[0], null, CancellationToken.None));

        Assert.Equal((2, null), (results.Slice.Count, results.Selected));
    }

    private static async Task<Guid[]> FoundAsync(Desk desk, ResultsQuery query) => [.. (await desk.ListAsync(query)).Rows.Select(r => r.Invitation)];
}
