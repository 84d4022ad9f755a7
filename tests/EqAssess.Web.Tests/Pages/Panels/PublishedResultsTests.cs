using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Panels;

/// <summary>What is shown of a published panel is what was published, whatever the installation asks of panels since.</summary>
public sealed class PublishedResultsTests : IAsyncLifetime
{
    private static readonly PanelOptions Stricter = new() { JudgesForPanel = 40, Agreement = 1, SameSideShare = 1, Reliability = 1, ReliabilityLimit = 1, RetainedOptions = 4 };

    private SiteFactory site = null!;
    private Browser staff = null!;
    private Guid panel;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        staff = await site.SignInAsync("Psychologist");
        panel = await site.ClosedPanelAsync(10, rating: (judge, item, option) =>
            item == 2 && option == 0 ? 1 + (3 * (judge % 2)) : item == 1 && option == 0 && judge == 0 ? 3 : SampleBank.KeyOf(item, option));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Before_it_is_published_a_panel_is_held_to_the_options_of_today()
    {
        PanelPreview preview = await PreviewAsync(Stricter);

        Assert.NotEmpty(preview.Shortfalls);
        Assert.Equal(40, preview.Thresholds.JudgesForPanel);
    }

    [Fact]
    public async Task Stricter_options_change_nothing_in_a_published_panel()
    {
        PanelPreview before = await PreviewAsync(new PanelOptions());
        Shown published = await (await staff.OpenAsync($"/panels/{panel}/results")).Form("Publish key panel-1").PressAsync();

        PanelPreview after = await PreviewAsync(Stricter);

        Assert.Equal(new PanelThresholds(), after.Thresholds);
        Assert.Empty(after.Shortfalls);
        Assert.Equal(Verdicts(before), Verdicts(after));
        Assert.Contains("the judges put it on neither side of the midpoint", published.Words);
        Assert.Contains("Thresholds that the key was published by", published.Words);
    }

    [Fact]
    public async Task Of_a_key_that_does_not_say_what_it_was_held_to_only_its_own_verdicts_are_shown()
    {
        await (await staff.OpenAsync($"/panels/{panel}/results")).Form("Publish key panel-1").PressAsync();
        PanelPreview preview = await PreviewAsync(new PanelOptions());
        Key silent = preview.Published! with { Panel = preview.Published.Panel! with { Thresholds = null } };

        PanelPreview old = preview with { Published = silent, Thresholds = Stricter.Thresholds, Analysis = preview.Analysis with { Shortfalls = ["far too few judges"] } };

        Assert.False(old.KnowsThresholds);
        Assert.Empty(old.Shortfalls);
        Assert.Equal(Verdicts(preview), Verdicts(old));
    }

    private static List<(bool, double, string?)> Verdicts(PanelPreview preview) =>
        [.. preview.Analysis.Items.SelectMany(i => i.Options.Select(o => (preview.Keeps(i), preview.VerdictOf(i, o).Effectiveness, preview.VerdictOf(i, o).DroppedBecause)))];

    private async Task<PanelPreview> PreviewAsync(PanelOptions options)
    {
        PanelContent content = (await site.AskAsync((PanelLibrary library) => library.FindAsync(panel, CancellationToken.None)))!;
        return await site.AskAsync((IServiceProvider services) =>
            ActivatorUtilities.CreateInstance<PanelPublishing>(services, Options.Create(options)).PreviewAsync(content, CancellationToken.None));
    }
}
