using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Panels;

/// <summary>From two closed rounds to a key version, on its page.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Browser staff = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        staff = await site.SignInAsync("Psychologist");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(6, "provisional-1", KeyStatus.Provisional)]
    [InlineData(10, "panel-1", KeyStatus.Panel)]
    public async Task Judges_enough_make_a_key_with_its_evidence_and_its_digest(int judges, string label, KeyStatus status)
    {
        Guid panel = await site.ClosedPanelAsync(judges, rating: (judge, item, option) => item == 2 && option == 0 ? 1 + (3 * (judge % 2)) : SampleBank.KeyOf(item, option));

        Shown page = await staff.OpenAsync($"/panels/{panel}/results");
        Shown published = await page.Form($"Publish key {label}").PressAsync();

        KeyVersionRow row = await site.ReadAsync(db => db.KeyVersions.SingleAsync(k => k.PanelId == panel));
        Key key = KeyJson.Read(row.Content);
        Assert.Equal((label, status), (row.Label, row.Status));
        Assert.Equal((judges, PanelStage.Published), (key.Panel!.Judges.Count, await site.StageAsync(panel)));
        Assert.Equal(row.Digest, Digest.Sha256(row.Content));
        Assert.Equal(row.Digest, published.Document.QuerySelector("#digest")!.TextContent);
        Assert.NotNull(key.Items["scenario-02"].Options[0].DroppedBecause);
        Assert.All(key.Items.Values.SelectMany(i => i.Options), o => Assert.Equal(judges, o.FirstRatings!.Count));
        Assert.Equal(4, await site.ReadAsync(db => db.KeyCoverages.CountAsync(c => c.KeyVersionId == row.Id)));
    }

    [Fact]
    public async Task Five_judges_publish_nothing_whatever_is_posted()
    {
        Guid panel = await site.ClosedPanelAsync(5);
        Shown page = await staff.OpenAsync($"/panels/{panel}/results");

        PanelContent content = (await site.AskAsync((PanelLibrary library) => library.FindAsync(panel, CancellationToken.None)))!;
        PanelPublished published = await site.AskAsync((PanelPublishing publishing) => publishing.PublishAsync(content, null, CancellationToken.None));

        Assert.False(page.Offers("Publish key provisional-1"));
        Assert.Contains("5 judges rated everything in both rounds; below 6 nothing is published", page.Words);
        Assert.Null(published.Key);
        Assert.Equal(PanelStage.Closed, await site.StageAsync(panel));
        Assert.Equal(1, await site.ReadAsync(db => db.KeyVersions.CountAsync()));
    }

    [Fact]
    public async Task A_panel_is_published_once()
    {
        Guid panel = await site.ClosedPanelAsync(6);
        HttpRequestMessage again = (await staff.OpenAsync($"/panels/{panel}/results")).Form("Publish key provisional-1").Request();
        await (await staff.OpenAsync($"/panels/{panel}/results")).Form("Publish key provisional-1").PressAsync();

        Shown second = await staff.SendAsync(again);

        Assert.Contains("Nothing was published: it was done already", second.Words);
        Assert.False(second.Offers("Publish key provisional-1"));
        Assert.Equal(1, await site.ReadAsync(db => db.KeyVersions.CountAsync(k => k.PanelId == panel)));
    }

    [Fact]
    public async Task A_published_key_can_be_neither_changed_nor_deleted()
    {
        await site.ReadAsync(async db =>
        {
            KeyVersionRow row = await db.KeyVersions.FirstAsync();
            db.Entry(row).Property(r => r.Content).CurrentValue = "{}";
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            return row;
        });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => site.ReadAsync(db => db.KeyVersions.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Results_show_numbers_distribution_and_verdict_of_every_option()
    {
        Guid panel = await site.ClosedPanelAsync(6, rating: (judge, item, option) => item == 1 && option == 0 ? 2 + (judge % 2) : SampleBank.KeyOf(item, option));

        Shown page = await staff.OpenAsync($"/panels/{panel}/results");

        var row = page.Document.QuerySelectorAll(".verdicts")[0].QuerySelectorAll("tbody tr")[0];
        Assert.Equal(["2.50", "0.55", "2.5", "–", "0.76"], row.QuerySelectorAll("td.num").Select(c => Shown.Squeeze(c.TextContent)));
        Assert.Equal("rating 1: 0 judges, rating 2: 3 judges, rating 3: 3 judges, rating 4: 0 judges", row.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Contains("dropped", Shown.Squeeze(row.TextContent));
        Assert.Equal(16, page.Document.QuerySelectorAll(".verdicts tbody tr").Length);
    }

    [Fact]
    public async Task An_auditor_reads_and_moves_nothing()
    {
        Guid panel = await site.ClosedPanelAsync(6);
        Browser auditor = await site.SignInAsync("Auditor");

        Shown overview = await auditor.OpenAsync($"/panels/{panel}");
        Shown results = await auditor.OpenAsync($"/panels/{panel}/results");

        Assert.All([overview, results], page => Assert.Empty(page.Document.QuerySelectorAll("main form")));
    }
}
