using EqAssess.Domain.Insights;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>The planted miskeyed scenario: its flags open a review, which leads to fairness and into the manual.</summary>
[Collection(nameof(CohortSite))]
public sealed class ItemReviewPageTests(CohortSite cohort)
{
    [Fact]
    public async Task A_psychologist_writes_what_is_behind_a_flag_and_the_manual_says_so()
    {
        const string Found = "Options 2 and 3 had changed places in the key; a new key is proposed.";
        Guid item = cohort.Plan.Items[cohort.Cohort.Miskeyed].ItemVersion;
        (Guid insight, Insight statistics) = await cohort.NewestAsync();
        Browser psychologist = await cohort.SignInAsync();
        string address = $"/insights/{insight}/items/{item}";

        Shown open = await psychologist.OpenAsync(address);
        Shown hr = await (await cohort.SignInAsync(Roles.HrAdmin)).OpenAsync(address);
        Shown kept = await open.Form("Keep the finding").With("verdict", nameof(ReviewVerdict.KeepWatching)).With("text", Found).PressAsync();
        string manual = (await psychologist.OpenAsync($"/forms/{cohort.Form}/manual")).Words;

        Assert.NotNull(open.Document.QuerySelector($"a[href='/forms/{cohort.Form}/fairness#item-{item}']"));
        Assert.Contains("review open", open.Words);
        Assert.False(hr.Offers("Keep the finding"));
        Assert.DoesNotContain("review open", kept.Words);
        Assert.Contains(Found, kept.Words);
        Assert.Contains(Found, manual);
        Assert.Contains("keep watching", manual);
        Assert.Contains($"{statistics.Persons:#,0}", manual);
        Assert.Contains("2,000 draws of the persons", manual);
        Assert.Contains("Drift by month", manual);
        Assert.Contains("40 simulated", manual);
        Assert.Contains("KeySuspect", (await cohort.Site.ReadAsync(db => db.ItemFindings.Where(f => f.ItemVersionId == item).Select(f => f.Flags).SingleAsync())).Split(' '));
    }

    [Fact]
    public async Task Coefficients_stand_with_their_limits_and_the_draws_behind_them()
    {
        Shown page = await (await cohort.SignInAsync(Roles.Auditor)).OpenAsync($"/insights/forms/{cohort.Form}");
        Insight insight = (await cohort.NewestAsync()).Insight;

        Assert.InRange(insight.Reliability!.Stratified.OrNull!.Value, insight.Reliability.StratifiedLimits!.Lower.OrNull!.Value, insight.Reliability.StratifiedLimits.Upper.OrNull!.Value);
        Assert.Contains($"2,000 draws of the persons, seed {insight.Reliability.StratifiedLimits.Seed}", page.Words);
        Assert.Contains("(Feldt)", page.Words);
    }
}
