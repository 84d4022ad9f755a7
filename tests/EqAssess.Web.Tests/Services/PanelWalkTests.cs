using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using static EqAssess.Web.Tests.Services.PanelSteps;

namespace EqAssess.Web.Tests.Services;

/// <summary>A panel from its making to its key, by the services alone and on each database.</summary>
public sealed class PanelWalkTests
{
    [Theory]
    [OnEachEngine]
    public async Task Seven_judges_of_whom_one_is_taken_out_make_a_provisional_key(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (Guid panel, List<JudgeLink> links) = await BeginAsync(site, judges: 7);
        foreach (JudgeLink link in links)
        {
            await RateAndHandInAsync(site, link);
        }

        await AdvanceAsync(site, panel, PanelStage.RoundOne);
        foreach (JudgeLink link in links)
        {
            Assert.True(await site.AskAsync(async (JudgeService judges) => await judges.HandInAsync(await SeatAsync(judges, link))));
        }

        Guid last = await site.ReadAsync(db => db.PanelJudges.Where(j => j.Number == 7).Select(j => j.Id).SingleAsync());
        Assert.True(await site.AskAsync((PanelService panels) => panels.RevokeAsync(panel, last)));
        await AdvanceAsync(site, panel, PanelStage.RoundTwo);
        PanelPublished published = await site.AskAsync(async (PanelPublishing publishing) => await publishing.PublishAsync(await ContentAsync(site, panel), null, CancellationToken.None));

        KeyVersionRow key = await site.ReadAsync(db => db.KeyVersions.SingleAsync(k => k.Id == published.Key));
        Assert.Equal(("provisional-1", KeyStatus.Provisional), (key.Label, key.Status));
        Assert.Equal("panel 'First panel': 6 judges, two rounds, of 7 who had a link (1 taken out); reasons and principles are those of draft-1", key.Source);
        Assert.Equal(2, await site.ReadAsync(db => db.KeyCoverages.CountAsync(c => c.KeyVersionId == key.Id)));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_stage_is_left_once_however_often_it_is_asked_for(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        (Guid panel, _) = await BeginAsync(site, judges: 1);

        bool[] moved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.AskAsync((PanelService panels) => panels.AdvanceAsync(panel, PanelStage.RoundOne))));

        Assert.Single(moved, m => m);
        Assert.Equal(PanelStage.RoundTwo, await site.ReadAsync(db => db.Panels.Select(p => p.Stage).SingleAsync()));
        Assert.Empty(await site.AskAsync((PanelService panels) => panels.AddJudgesAsync(panel, 3)));
    }

    [Fact]
    public async Task A_panel_takes_sixty_links_and_no_more()
    {
        await using TestSite site = await TestSite.CreateAsync();
        (Guid panel, _) = await BeginAsync(site, judges: 50);

        IReadOnlyList<JudgeLink> more = await site.AskAsync((PanelService panels) => panels.AddJudgesAsync(panel, 1000));

        Assert.Equal(Enumerable.Range(51, 10), more.Select(l => l.Number));
        Assert.Empty(await site.AskAsync((PanelService panels) => panels.AddJudgesAsync(panel, 1)));
    }
}
