using EqAssess.Web.Composition;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Home;

/// <summary>Lists of campaigns ask the database as often for a hundred as for one.</summary>
public sealed class HomeQueryTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync(new SiteSettings
    {
        Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" },
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/campaigns")]
    public async Task The_number_of_queries_does_not_grow_with_campaigns(string address)
    {
        Browser hr = await site.SignInAsync(Roles.HrAdmin);
        await AddCampaignsAsync(2);
        await hr.OpenAsync(address);
        int few = await QueriesAsync(hr, address);

        await AddCampaignsAsync(10);
        int many = await QueriesAsync(hr, address);

        Assert.InRange(few, 1, 40);
        Assert.Equal(few, many);
    }

    private async Task AddCampaignsAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await site.InviteAsync(await site.OpenCampaignAsync(lastDay: 2), "Amara");
        }
    }

    private async Task<int> QueriesAsync(Browser browser, string address)
    {
        int before = Executed();
        await browser.OpenAsync(address);
        return Executed() - before;
    }

    private int Executed() => site.Log.Lines.Count(l => l.Contains("Executed DbCommand", StringComparison.Ordinal));
}
