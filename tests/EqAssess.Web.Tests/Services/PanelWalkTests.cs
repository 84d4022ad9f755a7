using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

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
            await RateAsync(site, link);
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

    private static async Task<(Guid Panel, List<JudgeLink> Links)> BeginAsync(TestSite site, int judges)
    {
        Guid bank = await site.ImportBankAsync(items: 2);
        List<Guid> items = await site.ReadAsync(db => db.ItemVersions.Where(i => i.ItemId != "warm-up").OrderBy(i => i.ItemId).Select(i => i.Id).ToListAsync());
        PanelCreated created = await site.AskAsync((PanelService panels) =>
            panels.CreateAsync(new NewPanel(bank, "First panel", "Judge each reply.", items, Simulated: false, null), CancellationToken.None));
        Guid panel = created.Panel ?? throw new InvalidOperationException(string.Join(", ", created.Problems));
        IReadOnlyList<JudgeLink> links = await site.AskAsync((PanelService panels) => panels.AddJudgesAsync(panel, judges));
        await AdvanceAsync(site, panel, PanelStage.Preparing);
        return (panel, [.. links]);
    }

    private static Task<bool> AdvanceAsync(TestSite site, Guid panel, PanelStage from) => site.AskAsync((PanelService panels) => panels.AdvanceAsync(panel, from));

    private static async Task<PanelContent> ContentAsync(TestSite site, Guid panel) =>
        (await site.AskAsync((PanelLibrary library) => library.FindAsync(panel, CancellationToken.None)))!;

    private static async Task<JudgeSeat> SeatAsync(JudgeService judges, JudgeLink link) =>
        (await judges.SeatAsync((await judges.FindAsync(link.Token, CancellationToken.None))!.Id, Tokens.HashOf(link.Token), CancellationToken.None))!;

    /// <summary>Rates as the sample key does and hands round one in.</summary>
    private static async Task RateAsync(TestSite site, JudgeLink link)
    {
        await site.DoAsync(async (JudgeService judges) => Assert.Null(await judges.IntroduceAsync(
            await SeatAsync(judges, link), new Introduction($"Judge {link.Number}", JudgeRoles.All[link.Number % 3], 5, ""))));
        await site.DoAsync(async (JudgeService judges) =>
        {
            JudgeSeat seat = await SeatAsync(judges, link);
            foreach ((int number, BankItem item) in seat.Panel.Items.Index())
            {
                Assert.True(await judges.RateAsync(seat, item, item.Item.Options.Index().ToDictionary(o => o.Item.Id, o => SampleBank.KeyOf(number + 1, o.Index))));
            }
        });
        Assert.True(await site.AskAsync(async (JudgeService judges) => await judges.HandInAsync(await SeatAsync(judges, link))));
    }
}
