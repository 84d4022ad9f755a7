using Xunit;

namespace EqAssess.Web.Tests.Pages.Forms;

public sealed class TrialFormTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task The_page_of_a_form_of_fewer_than_four_scenarios_says_that_it_is_for_trials(int items, bool trial)
    {
        await using SiteFactory site = await SiteFactory.StartAsync();
        Guid form = await site.PublishFormAsync(items, "A form");
        Browser browser = await site.SignInAsync("HrAdmin");

        Shown page = await browser.OpenAsync($"/forms/{form}");

        Assert.Equal(trial, page.Words.Contains("This is a trial form", StringComparison.Ordinal));
    }
}
