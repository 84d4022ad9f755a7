using EqAssess.Domain.Panels;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>The steps of a panel of two items, by the services alone.</summary>
internal static class PanelSteps
{
    public static async Task<(Guid Panel, List<JudgeLink> Links)> BeginAsync(TestSite site, int judges)
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

    public static Task<bool> AdvanceAsync(TestSite site, Guid panel, PanelStage from) => site.AskAsync((PanelService panels) => panels.AdvanceAsync(panel, from));

    public static async Task<PanelContent> ContentAsync(TestSite site, Guid panel) =>
        (await site.AskAsync((PanelLibrary library) => library.FindAsync(panel, CancellationToken.None)))!;

    public static async Task<JudgeSeat> SeatAsync(JudgeService judges, JudgeLink link) =>
        (await judges.SeatAsync((await judges.FindAsync(link.Token, CancellationToken.None))!.Id, Tokens.HashOf(link.Token), CancellationToken.None))!;

    /// <summary>Rates as the sample key does and hands round one in.</summary>
    public static async Task RateAndHandInAsync(TestSite site, JudgeLink link)
    {
        await IntroduceAsync(site, link);
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

    public static Task IntroduceAsync(TestSite site, JudgeLink link) => site.DoAsync(async (JudgeService judges) => Assert.Null(await judges.IntroduceAsync(
        await SeatAsync(judges, link), new Introduction($"Judge {link.Number}", JudgeRoles.All[link.Number % 3], 5, ""))));
}
