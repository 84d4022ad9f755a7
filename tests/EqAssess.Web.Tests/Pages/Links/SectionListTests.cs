using AngleSharp.Dom;
using EqAssess.Domain.Forms;
using EqAssess.Web.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Links;

/// <summary>Before the start a candidate reads which sections come and how long each may take.</summary>
public sealed class SectionListTests : IAsyncLifetime
{
    private SiteFactory site = null!;

    public async ValueTask InitializeAsync() => site = await SiteFactory.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_link_lists_the_sections_with_their_scenarios_and_their_own_limits()
    {
        Shown page = await LinkAsync(new FormSection("On the phone", 3, TimeSpan.FromMinutes(10)), new FormSection("In writing", 1, null));

        Assert.Equal(["On the phone: 3 scenarios, at most 10 minutes", "In writing: 1 scenario"], Listed(page));
        Assert.Contains("You cannot go back to a section that you have left.", page.Words);
        Assert.Contains("Where a section has a limit of its own", page.Words);
    }

    [Fact]
    public async Task Without_limits_of_sections_nothing_is_said_of_limits()
    {
        Shown page = await LinkAsync(new FormSection("On the phone", 2, null), new FormSection("In writing", 2, null));

        Assert.Equal(["On the phone: 2 scenarios", "In writing: 2 scenarios"], Listed(page));
        Assert.DoesNotContain("limit of its own", page.Words);
    }

    [Fact]
    public async Task A_form_of_one_piece_lists_none()
    {
        Shown page = await LinkAsync();

        Assert.True(page.Offers("Start the assessment"));
        Assert.DoesNotContain("Its sections", page.Words);
    }

    private static IEnumerable<string> Listed(Shown page) => page.Document.QuerySelectorAll("main ol li").Select(l => l.TextContent.Trim());

    private async Task<Shown> LinkAsync(params FormSection[] sections)
    {
        var form = new NewForm
        {
            Bank = await site.BankAsync(),
            Title = "With sections or without",
            TimeLimit = TimeSpan.FromMinutes(30),
            Items = await site.ItemVersionsAsync(await site.FormAsync()),
            PublishedBy = null,
            Sections = sections,
        };
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
        Guid campaign = await site.OpenCampaignAsync(form: published.FormVersion ?? throw new InvalidOperationException(string.Join(", ", published.Problems)));
        return await site.NewBrowser().OpenAsync($"/t/{await site.LinkAsync(await site.InviteAsync(campaign))}");
    }
}
