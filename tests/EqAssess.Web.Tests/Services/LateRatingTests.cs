using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Testing;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.PanelSteps;

namespace EqAssess.Web.Tests.Services;

/// <summary>A request that read the judge's seat before something moved on, and saves after it.</summary>
public sealed class LateRatingTests
{
    [Theory]
    [OnEachEngine]
    public async Task After_the_hand_in_no_rating_of_round_one_changes(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (_, List<JudgeLink> links) = await BeginAsync(site, judges: 1);
        await IntroduceAsync(site, links[0]);
        JudgeSeat before = await SeatAsync(site, links[0]);
        await RateAndHandInAsync(site, links[0]);
        List<int> stored = await RatingsAsync(site);

        bool saved = await RateAsync(site, before, 4);

        Assert.False(saved);
        Assert.Equal(stored, await RatingsAsync(site));
    }

    [Theory]
    [OnEachEngine]
    public async Task After_the_round_no_rating_is_stored_and_no_round_handed_in(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (Guid panel, List<JudgeLink> links) = await BeginAsync(site, judges: 1);
        await IntroduceAsync(site, links[0]);
        foreach (int item in (int[])[0, 1])
        {
            Assert.True(await RateAsync(site, await SeatAsync(site, links[0]), 2, item));
        }

        JudgeSeat before = await SeatAsync(site, links[0]);
        await AdvanceAsync(site, panel, PanelStage.RoundOne);

        Assert.False(await RateAsync(site, before, 4));
        Assert.False(await site.AskAsync((JudgeService judges) => judges.HandInAsync(before)));
        Assert.All(await RatingsAsync(site), r => Assert.Equal(2, r));
        Assert.Null(await site.ReadAsync(db => db.PanelJudges.Select(j => j.RoundOneDoneAt).SingleAsync()));
    }

    [Theory]
    [OnEachEngine]
    public async Task With_a_link_that_was_replaced_nothing_is_rated(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (Guid panel, List<JudgeLink> links) = await BeginAsync(site, judges: 1);
        await IntroduceAsync(site, links[0]);
        JudgeSeat before = await SeatAsync(site, links[0]);
        await site.AskAsync((PanelService panels) => panels.NewLinkAsync(panel, before.Judge.Id));

        Assert.False(await RateAsync(site, before, 4));
        Assert.Empty(await RatingsAsync(site));
    }

    [Theory]
    [OnEachEngine]
    public async Task Of_ratings_that_come_at_once_all_are_saved_whole_and_the_last_stays(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (_, List<JudgeLink> links) = await BeginAsync(site, judges: 1);
        await IntroduceAsync(site, links[0]);
        JudgeSeat seat = await SeatAsync(site, links[0]);

        bool[] saved = await Task.WhenAll(Enumerable.Range(1, 4).Select(value => RateAsync(site, seat, value)));

        Assert.All(saved, Assert.True);
        List<int> stored = await RatingsAsync(site);
        Assert.Equal(4, stored.Count);
        Assert.Single(stored.Distinct());
    }

    [Theory]
    [OnEachEngine]
    public async Task What_was_rated_again_since_the_seat_was_read_stays_as_it_was_rated(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (Guid panel, List<JudgeLink> links) = await BeginAsync(site, judges: 1);
        await RateAndHandInAsync(site, links[0]);
        await AdvanceAsync(site, panel, PanelStage.RoundOne);
        JudgeSeat before = await SeatAsync(site, links[0]);
        Assert.True(await RateAsync(site, before, 4));

        Assert.True(await site.AskAsync((JudgeService judges) => judges.HandInAsync(before)));

        List<PanelRating> second = await site.ReadAsync(db => db.PanelRatings.Where(r => r.Round == 2).ToListAsync());
        Assert.Equal(before.Panel.Options, second.Count);
        Assert.All(second.Where(r => r.ItemVersionId == before.Panel.Items[0].Version), r => Assert.Equal(4, r.Value));
    }

    private static Task<JudgeSeat> SeatAsync(TestSite site, JudgeLink link) => site.AskAsync((JudgeService judges) => PanelSteps.SeatAsync(judges, link));

    /// <summary>Rates every option of an item alike.</summary>
    private static Task<bool> RateAsync(TestSite site, JudgeSeat seat, int value, int item = 0) => site.AskAsync((JudgeService judges) =>
        judges.RateAsync(seat, seat.Panel.Items[item], seat.Panel.Items[item].Item.Options.ToDictionary(o => o.Id, _ => value)));

    private static Task<List<int>> RatingsAsync(TestSite site) =>
        site.ReadAsync(db => db.PanelRatings.OrderBy(r => r.ItemVersionId).ThenBy(r => r.Option).Select(r => r.Value).ToListAsync());
}
