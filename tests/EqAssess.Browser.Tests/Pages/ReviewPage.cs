using EqAssess.Browser.Tests.Browsing;
using EqAssess.Web.Rendering;
using Microsoft.Playwright;

namespace EqAssess.Browser.Tests.Pages;

/// <summary>The overview before handing in.</summary>
/// <param name="language">That of the form.</param>
public sealed class ReviewPage(IPage page, string language = TongueBanks.English)
{
    private readonly CandidateWords words = new() { Culture = Languages.CultureOf(language) };

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public static async Task<ReviewPage> OpenedAsync(IPage page, string language = TongueBanks.English)
    {
        var review = new ReviewPage(page, language);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(review.words["Review.Title"]);
        return review;
    }

    public async Task HandInAsync()
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words["Review.HandIn"], Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(words["Done.HandedIn.Title"]);
    }
}
