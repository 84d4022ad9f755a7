using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>A psychologist puts the estimate in the place of planning values; nobody else can, and what was drawn stays.</summary>
[Collection(nameof(CohortSite))]
public sealed class EstimatePageTests(CohortSite cohort)
{
    [Fact]
    public async Task A_psychologist_sees_assumed_beside_estimated_and_accepts_exactly_what_stands_there()
    {
        Guid form = await SecondFormAsync();
        Browser browser = await cohort.SignInAsync();
        Browser hr = await cohort.SignInAsync(Roles.HrAdmin);
        string address = $"/insights/forms/{form}/estimate";
        ScoringPlan before = await PlanAsync(form);

        Shown home = await browser.OpenAsync("/");
        Shown read = await hr.OpenAsync(address);
        Shown page = await browser.OpenAsync(address);
        string insight = page.Document.QuerySelector("input[name=insight]")!.GetAttribute("value")!;
        Shown accepted = await page.Form("Accept the estimate").PressAsync();
        Shown again = await page.Form("Accept the estimate").PressAsync();

        Assert.NotNull(home.Document.QuerySelector($"a[href='{address}']"));
        Assert.Null((await browser.OpenAsync("/")).Document.QuerySelector($"a[href='{address}']"));
        Assert.Contains("A psychologist accepts estimates.", read.Words);
        Assert.DoesNotContain("Accept the estimate", read.Words);
        Assert.Contains("The estimate is in use for campaigns that begin from now on.", accepted.Words);
        Assert.Contains("Nothing was changed", again.Words);
        ScoringPlan after = await PlanAsync(form);
        ScaleStatistics total = after.Scales.Single(s => s.Scale == ScoringPlan.Total);
        ScaleStatistics shown = InsightJson.ReadInsight(await cohort.Site.ReadAsync(db => db.Insights.Where(i => i.Id == Guid.Parse(insight)).Select(i => i.Content).SingleAsync())).Estimates[0];
        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal((EstimateBasis.Estimated, shown.Reliability, shown.StandardDeviation), (total.Basis, total.Reliability, total.StandardDeviation));
        Assert.True(await cohort.Site.ReadAsync(db => db.AuditLog.AnyAsync(a => a.Act == AuditService.EstimateAccepted && a.Subject == after.Id && a.Actor != null)));
        Assert.Equal(2, await cohort.Site.ReadAsync(db => db.ScoringPlans.CountAsync(p => p.FormVersionId == form)));
    }

    private Task<ScoringPlan> PlanAsync(Guid form) => cohort.Site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None));

    /// <summary>A form with statistics of its own, so that the cohort's stays as it is.</summary>
    private async Task<Guid> SecondFormAsync()
    {
        Guid form = await cohort.PublishAsync(cohort.Bank, "Form to accept", scenarios: 8);
        await StoredInsight.AddAsync(cohort.Site, form, people: 150);
        return form;
    }
}
