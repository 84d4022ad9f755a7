using EqAssess.Domain.Panels;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Panels on the sample bank, and judges who go through their pages without a script.</summary>
internal static class PanelContentOfSite
{
    /// <summary>A panel on the four scenarios of the sample form, in round one.</summary>
    public static async Task<Guid> NewPanelAsync(this SiteFactory site, string title = "First panel", bool simulated = false)
    {
        Guid bank = await site.BankAsync();
        List<Guid> items = await site.ItemVersionsAsync(await site.FormAsync());
        PanelCreated created = await site.AskAsync((PanelService panels) =>
            panels.CreateAsync(new NewPanel(bank, title, "Judge each reply.", items, simulated, null), CancellationToken.None));
        Guid panel = created.Panel ?? throw new InvalidOperationException(string.Join(", ", created.Problems));
        await site.AdvanceAsync(panel, PanelStage.Preparing);
        return panel;
    }

    public static Task<bool> AdvanceAsync(this SiteFactory site, Guid panel, PanelStage from) => site.AskAsync((PanelService panels) => panels.AdvanceAsync(panel, from));

    /// <returns>Tokens of new links.</returns>
    public static async Task<IReadOnlyList<string>> JudgeLinksAsync(this SiteFactory site, Guid panel, int count) =>
        [.. (await site.AskAsync((PanelService panels) => panels.AddJudgesAsync(panel, count))).Select(l => l.Token)];

    /// <summary>A browser in which a judge has opened a link and said who they are.</summary>
    public static async Task<Browser> JoinAsync(this SiteFactory site, string token, string pseudonym = "Heron", string role = "team-leader")
    {
        Browser browser = site.NewBrowser();
        Shown page = await browser.OpenAsync($"/j/{token}");
        page = await page.Form("Continue").PressAsync();
        page = await page.Form("Save and go on").With("pseudonym", pseudonym).With("role", role).With("years", "7").PressAsync();
        return page.Address == "/judge" ? browser : throw new InvalidOperationException($"{pseudonym} did not get in: {page.Words}");
    }

    /// <summary>Rates every scenario of the open round and hands it in. Without another rule a judge rates as the sample key does.</summary>
    /// <param name="rating">From scenario (1 to 4) and option (0 to 3) to rating.</param>
    public static async Task<Shown> RateRoundAsync(this Browser judge, Func<int, int, int>? rating = null)
    {
        rating ??= SampleBank.KeyOf;
        Shown page = await judge.OpenAsync("/judge/1");
        for (int item = 1; item <= 4; item++)
        {
            FilledForm form = page.Form("Save and go on");
            for (int option = 0; option < 4; option++)
            {
                form.Rate($"{(char)('a' + option)}", rating(item, option));
            }

            page = await form.PressAsync();
        }

        return await page.Form(page.Offers("Hand in round one") ? "Hand in round one" : "Confirm and hand in round two").PressAsync();
    }

    /// <summary>A panel through which so many judges went, both rounds closed.</summary>
    /// <param name="rating">As in <see cref="RateRoundAsync"/>, with the judge's number first.</param>
    public static async Task<Guid> ClosedPanelAsync(this SiteFactory site, int judges, bool simulated = false, Func<int, int, int, int>? rating = null)
    {
        Guid panel = await site.NewPanelAsync(simulated: simulated);
        var browsers = new List<Browser>();
        foreach ((int number, string token) in (await site.JudgeLinksAsync(panel, judges)).Index())
        {
            browsers.Add(await site.JoinAsync(token, $"Judge {number + 1}", number % 2 == 0 ? "team-leader" : "quality-coach"));
            await browsers[number].RateRoundAsync((item, option) => rating?.Invoke(number, item, option) ?? SampleBank.KeyOf(item, option));
        }

        await site.AdvanceAsync(panel, PanelStage.RoundOne);
        foreach (Browser browser in browsers)
        {
            await (await browser.OpenAsync("/judge")).Form("Confirm and hand in round two").PressAsync();
        }

        await site.AdvanceAsync(panel, PanelStage.RoundTwo);
        return panel;
    }

    public static Task<PanelStage> StageAsync(this SiteFactory site, Guid panel) =>
        site.ReadAsync(db => db.Panels.Where(p => p.Id == panel).Select(p => p.Stage).SingleAsync());

    /// <summary>A browser in which a psychologist of a demonstration has signed in.</summary>
    public static async Task<Browser> SignInDemonstrationAsync(this SiteFactory site)
    {
        await site.AskAsync((StaffAccounts accounts) => accounts.CreateAsync(
            PreparedDatabase.EmailOf("Psychologist"), "Colleague", PreparedDatabase.Password, [Composition.Roles.Psychologist]));
        return await site.SignInAsync("Psychologist");
    }
}
