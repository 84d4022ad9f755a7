using System.Runtime.CompilerServices;
using EqAssess.Browser.Tests.Browsing;
using EqAssess.Browser.Tests.Pages;
using EqAssess.Data;
using EqAssess.Testing;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Access;

/// <summary>
/// Leads a device to every page of a candidate in one language: the tour, and what it leaves out because it takes another link, another
/// answer or another format.
/// </summary>
public sealed class CandidatePages(Workplace workplace, Device device, string language)
{
    private readonly CandidateWords words = new() { Culture = Languages.CultureOf(language) };

    private IPage Page => device.Page;

    /// <returns>The name of each page, while it is on the screen.</returns>
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (string stop in new Tour(workplace, device, language).CandidateAsync().WithCancellation(cancellationToken))
        {
            yield return stop;
        }

        await foreach (string stop in FormatsAsync().WithCancellation(cancellationToken))
        {
            yield return stop;
        }

        await foreach (string stop in BreaksAndPartsAsync().WithCancellation(cancellationToken))
        {
            yield return stop;
        }

        await foreach (string stop in OtherLinksAsync().WithCancellation(cancellationToken))
        {
            yield return stop;
        }
    }

    /// <summary>Practice and test in each format, answered and refused.</summary>
    private async IAsyncEnumerable<string> FormatsAsync()
    {
        await Page.Context.ClearCookiesAsync();
        Invited invited = await workplace.InviteToAsync(language);
        foreach (int step in new[] { 2, 3 })
        {
            await Page.GotoAsync($"{invited.Link}/practice?step={step}");
            yield return $"practice {step}";
        }

        var link = new LinkPage(Page, language);
        await link.OpenAsync(invited.Link);
        await link.StartAsync();
        foreach (int number in new[] { 2, 3 })
        {
            await Page.GotoAsync($"/take/{number}");
            var scenario = new ScenarioPage(Page, language);
            await scenario.AnswerAsync();
            if (await Page.Locator("input[name='choice.worst']").CountAsync() > 0)
            {
                await Page.Locator("input[name='choice.worst']").First.CheckAsync();
                await Assertions.Expect(Page.Locator("[data-moved-status]")).Not.ToBeEmptyAsync();
            }

            yield return $"scenario {number} with choices";
        }

        device.Expects("404");
        await Page.GotoAsync("/take/99");
        yield return "a scenario that there is not";
    }

    /// <summary>A test in two sections, with a pause.</summary>
    private async IAsyncEnumerable<string> BreaksAndPartsAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        await Page.Context.ClearCookiesAsync();
        Guid campaign = await workplace.OpenCampaignAsync(TongueBanks.TitleOf(language), 20, [("sections", "Parcels; 1\nShelves; 2")]);
        await using EqAssessDb db = site.OpenDatabase();
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(s => s.SetProperty(c => c.AllowsPause, true));
        var link = new LinkPage(Page, language);
        await link.OpenAsync((await workplace.InviteAsync(campaign)).Link);
        await link.StartAsync();
        yield return "scenario of a part";
        await Page.GotoAsync("/take/break");
        yield return "break?";
        await Page.Locator("form.actions button").ClickAsync();
        await Assertions.Expect(link.Heading).ToHaveTextAsync(words["Break.Title"]);
        yield return "break";
        await Page.Locator("form.actions button").ClickAsync();
        await Page.GotoAsync("/take/section");
        yield return "next part";
    }

    /// <summary>What a link says before, after and without a campaign.</summary>
    private async IAsyncEnumerable<string> OtherLinksAsync()
    {
        ServerProcess site = await workplace.ServerAsync();
        device.Expects("410");
        Guid campaign = await workplace.OpenCampaignAsync(TongueBanks.TitleOf(language), 20);
        Invited invited = await workplace.InviteAsync(campaign);
        await using EqAssessDb db = site.OpenDatabase();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(s => s.SetProperty(c => c.OpensAt, now.AddDays(1)));
        yield return await ShowAsync(invited, "Link.NotYetOpen.Title");
        await db.Campaigns.Where(c => c.Id == campaign).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.OpensAt, now.AddDays(-2)).SetProperty(c => c.ClosesAt, now.AddDays(-1)));
        yield return await ShowAsync(invited, "Link.Closed.Title");
        await db.Invitations.Where(i => i.Id == invited.Invitation).ExecuteUpdateAsync(s => s.SetProperty(i => i.RevokedAt, now));
        yield return await ShowAsync(invited, "Link.Revoked.Title");
    }

    private async Task<string> ShowAsync(Invited invited, string title)
    {
        await Page.GotoAsync(invited.Link);
        await Assertions.Expect(new LinkPage(Page).Heading).ToHaveTextAsync(words[title]);
        return title;
    }
}
