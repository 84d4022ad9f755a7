using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>A key in which the miskeyed scenario is put right is held against the one in use, on the same people, before it is used.</summary>
[Collection(nameof(CohortSite))]
public sealed class ComparePageTests(CohortSite cohort)
{
    [Fact]
    public async Task The_mended_key_beside_the_one_in_use_and_beside_a_method_without_credits()
    {
        Guid mended = await AddMendedKeyAsync();
        Browser browser = await cohort.SignInAsync();
        Shown page = await browser.OpenAsync($"/insights/forms/{cohort.Form}/compare");
        string current = $"key-{cohort.Plan.KeyVersionId}";

        Shown asked = await page.Form("Compare")
            .With("key", current, $"key-{mended}", current, "", "", "")
            .With("method", "keyed-credit", "keyed-credit", "standardised-distance", "keyed-credit", "keyed-credit", "keyed-credit").PressAsync();
        Assert.Contains("This takes some seconds", asked.Words);
        await cohort.Site.RunAsync<RefreshStatistics>();
        Shown shown = await browser.OpenAsync(asked.Address);

        ScoringComparison result = await ResultAsync();
        Assert.Equal(3, result.Scorings.Count);
        (ComparedScoring first, ComparedScoring second, ComparedScoring third) = (result.Scorings[0], result.Scorings[1], result.Scorings[2]);
        Assert.True(second.Alpha.OrNull > first.Alpha.OrNull + .02);
        Assert.True(second.Shift!.ByRank > 0 && second.Shift.Correlation.OrNull is > .8 and < 1);
        Assert.Null(third.Alpha.OrNull);
        Assert.NotNull(third.StandardDeviation.OrNull);
        Assert.Equal((await cohort.NewestAsync()).Insight.Persons, result.Persons);
        Assert.Contains($"{result.Persons:N0} people, 12 scenarios", shown.Words);
        Assert.Contains("mended-1", shown.Words);
        Assert.Contains("Standardised distance", shown.Words);
    }

    [Fact]
    public async Task One_scoring_alone_is_no_comparison()
    {
        Browser browser = await cohort.SignInAsync();
        Shown page = await browser.OpenAsync($"/insights/forms/{cohort.Form}/compare");
        string current = $"key-{cohort.Plan.KeyVersionId}";

        Shown refused = await page.Form("Compare").With("key", current, current).With("method", "keyed-credit", "keyed-credit").PressAsync();

        Assert.Contains("Choose two that differ in key or method.", refused.Words);
    }

    [Fact]
    public async Task An_auditor_reads_comparisons_and_asks_for_none()
    {
        Browser browser = await cohort.SignInAsync(Roles.Auditor);

        Shown page = await browser.OpenAsync($"/insights/forms/{cohort.Form}/compare");

        Assert.Equal("Compare keys and methods", page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("form[method=post] select"));
    }

    private async Task<ScoringComparison> ResultAsync() => InsightJson.ReadComparison(await cohort.Site.ReadAsync(db => (
        from row in db.Insights
        join request in db.InsightRequests on row.Id equals request.Id
        where request.Kind == InsightKind.Comparison
        orderby row.DrawnAt descending
        select row.Content).FirstAsync()));

    private Task<Guid> AddMendedKeyAsync() => cohort.Site.ReadAsync(async db =>
    {
        KeyVersionRow row = await db.KeyVersions.AsNoTracking().SingleAsync(k => k.Id == cohort.Plan.KeyVersionId);
        Key key = KeyJson.Read(row.Content);
        string item = cohort.Plan.Items[cohort.Cohort.Miskeyed].ItemId;
        KeyedItem turned = key.Items[item] with { Options = [.. key.Items[item].Options.Select(o => o with { Effectiveness = 5 - o.Effectiveness })] };
        string content = KeyJson.Write(key with { Version = "mended-1", Items = new Dictionary<string, KeyedItem>(key.Items, StringComparer.Ordinal) { [item] = turned } });
        var mended = new KeyVersionRow
        {
            Id = Guid.CreateVersion7(),
            BankId = row.BankId,
            Label = "mended-1",
            Status = KeyStatus.Draft,
            Source = "tests",
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = cohort.Site.Time.Instant,
            Demonstration = false,
        };
        db.KeyVersions.Add(mended);
        db.KeyCoverages.AddRange(cohort.Plan.Items.Select(i => new KeyCoverage { KeyVersionId = mended.Id, ItemVersionId = i.ItemVersion }));
        await db.SaveChangesAsync();
        return mended.Id;
    });
}
