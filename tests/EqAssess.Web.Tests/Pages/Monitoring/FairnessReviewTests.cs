using EqAssess.Domain.Insights;
using EqAssess.Domain.Monitoring;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Monitoring;

/// <summary>A scenario that works differently for a group opens a review; a psychologist writes what they found, and it stays.</summary>
public sealed class FairnessReviewTests : IAsyncLifetime
{
    private const string Found = "Reads as a scene from retail; the wording was compared and gives no advantage.";
    private const int Planted = 2;

    private SiteFactory site = null!;
    private Guid form;
    private Guid item;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        form = await site.FormAsync();
        Guid campaign = await site.OpenCampaignAsync(with: c => c with { Country = "GB", Monitors = true });
        await site.AskAsync((IServiceProvider services) => MonitoredPeople.AddAsync(services, campaign, MonitoredPeople.WomenAndMen(400, 40, 400, 80, items: 4, planted: Planted)));
        await site.RunAsync<CompareGroups>();
        FormFairness fairness = (await site.AskAsync((GroupCountLibrary counts) => counts.OfFormAsync(form, CancellationToken.None)))!;
        item = fairness.Comparisons[0].Items[Planted].Item;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_finding_closes_the_review_and_stands_in_the_manual_without_a_name()
    {
        Browser psychologist = await site.SignInAsync("Psychologist");

        Shown open = await psychologist.OpenAsync(Address);
        Shown kept = await Form(open).With("verdict", nameof(ReviewVerdict.NoCauseFound)).With("text", Found).PressAsync();
        Shown read = await (await site.SignInAsync("Auditor")).OpenAsync(Address);
        Shown manual = await (await site.SignInAsync("Auditor")).OpenAsync($"/forms/{form}/manual");

        Assert.Contains("review open", Review(open));
        Assert.Contains("Nobody has written down yet what is behind it.", Review(open));
        Assert.Contains("The finding is kept.", kept.Words);
        Assert.DoesNotContain("review open", Review(kept));
        Assert.Contains(Found, Review(read));
        Assert.Contains("Content reviewed, no cause found", Review(read));
        Assert.DoesNotContain("Write down what you found", read.Words);
        Assert.Contains(Found, manual.Words);
        Assert.Contains("content reviewed, no cause found", manual.Words);
        Assert.Matches(@"\(\d+ \w+ 20\d\d, psychologist\)", manual.Words);
        Assert.Equal(ReviewAbout.Fairness, await site.ReadAsync(db => db.ItemFindings.Where(f => f.ItemVersionId == item && f.Flags.StartsWith("sex/")).Select(f => f.About).SingleAsync()));
        Assert.True(await site.ReadAsync(db => db.AuditLog.AnyAsync(a => a.Act == AuditService.FindingWritten && a.Subject == item && a.Actor != null)));
    }

    [Fact]
    public async Task Without_a_verdict_or_a_text_nothing_is_kept()
    {
        Browser psychologist = await site.SignInAsync("Psychologist");

        Shown said = await Form(await psychologist.OpenAsync(Address)).With("verdict", nameof(ReviewVerdict.ToWithdraw)).With("text", "  ").PressAsync();

        Assert.Contains("Nothing was kept: choose what came of it", said.Words);
        Assert.Contains("review open", Review(said));
        Assert.Equal(0, await site.ReadAsync(db => db.ItemFindings.CountAsync()));
    }

    private string Address => $"/forms/{form}/fairness";

    private FilledForm Form(Shown page) => page.Form("Keep the finding").With("about", $"{item}");

    private string Review(Shown page) => page.Document.QuerySelector($"#review-{item}")!.TextContent;
}
