using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Panels;

/// <summary>Simulated judges stay in the demonstration, and so does their key.</summary>
public sealed class SimulatedPanelTests
{
    [Fact]
    public async Task Ten_simulated_judges_make_a_key_that_says_so()
    {
        await using SiteFactory site = await DemonstrationAsync();
        Browser staff = await site.SignInDemonstrationAsync();
        Guid panel = await MakeAsync(site, staff);

        Shown closed = await (await staff.OpenAsync($"/panels/{panel}")).Form("Let 10 simulated judges rate").PressAsync();
        Shown published = await (await staff.OpenAsync($"/panels/{panel}/results")).Form("Publish key simulated-1").PressAsync();

        Assert.Contains("10 simulated judges have rated both rounds.", closed.Words);
        Assert.Contains("The judges of this panel are no people.", published.Words);
        KeyVersionRow key = await site.ReadAsync(db => db.KeyVersions.SingleAsync(k => k.PanelId == panel));
        Assert.Equal((KeyStatus.Simulated, true), (key.Status, key.Demonstration));
        Assert.Contains("simulated judges, no people", key.Source);
    }

    [Fact]
    public async Task A_panel_that_was_made_for_people_takes_no_simulated_judges()
    {
        await using SiteFactory site = await DemonstrationAsync();
        Guid bank = await site.BankAsync();
        Guid item = await site.ReadAsync(db => db.ItemVersions.Where(i => i.ItemId == "scenario-01").Select(i => i.Id).SingleAsync());
        PanelCreated created = await site.AskAsync((PanelService panels) =>
            panels.CreateAsync(new NewPanel(bank, "People", "Judge.", [item], Simulated: false, null), CancellationToken.None));

        Assert.False(await site.AskAsync((SimulatedJudges judges) => judges.RateAsync(created.Panel!.Value, 10, CancellationToken.None)));
        Assert.Equal(0, await site.ReadAsync(db => db.PanelJudges.CountAsync()));
    }

    [Fact]
    public async Task Outside_a_demonstration_there_are_none()
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Browser staff = await site.SignInAsync("Psychologist");
        Guid bank = await site.BankAsync();
        List<Guid> items = await site.ItemVersionsAsync(await site.FormAsync());

        Shown form = await staff.OpenAsync($"/panels/new?bank={bank}");
        Shown refused = await form.Form("Make the panel").With("title", "Panel").With("chosen", $"{items[0]}").With("simulated", "true").PressAsync();

        Assert.Null(form.Document.QuerySelector("input[name=simulated]"));
        Assert.Equal([("items", "Simulated judges belong into a demonstration.")], refused.Problems);
        Assert.Equal(0, await site.ReadAsync(db => db.Panels.CountAsync()));
    }

    private static async Task<Guid> MakeAsync(SiteFactory site, Browser staff)
    {
        Shown form = await staff.OpenAsync($"/panels/new?bank={await site.BankAsync()}&all=true");
        FilledForm filled = form.Form("Make the panel");
        filled.Fields.AddRange(form.Document.QuerySelectorAll("input[name=chosen]").Select(i => KeyValuePair.Create("chosen", i.GetAttribute("value")!)));
        Shown panel = await filled.With("title", "Simulated panel").With("simulated", "true").PressAsync();
        return Guid.Parse(panel.Address.Split('/')[^1]);
    }

    private static async Task<SiteFactory> DemonstrationAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-banks-");
        string bank = SampleBank.Write(folder.FullName, items: 12);
        SiteFactory site = await SiteFactory.StartAsync(new SiteSettings
        {
            Prepared = false,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration:Enabled"] = "true", ["Demonstration:SimulatedCandidates"] = "0", ["Site:QuestionBanks"] = bank },
        });
        folder.Delete(recursive: true);
        return site;
    }
}
