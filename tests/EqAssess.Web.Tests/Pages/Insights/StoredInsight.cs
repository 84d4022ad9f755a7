using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>Statistics of made-up sittings, stored as the job stores them: for tests that only need the page.</summary>
internal static class StoredInsight
{
    /// <returns>Its id.</returns>
    public static async Task<Guid> AddAsync(SiteFactory site, Guid form, int people = 60)
    {
        ScoringPlan plan = await site.AskAsync((ScoringService s) => s.CurrentPlanAsync(form, CancellationToken.None));
        var random = new Random(3);
        Sitting[] sittings =
        [
            .. Enumerable.Range(0, people).Select(i => new Sitting(
                Guid.CreateVersion7(),
                new DateOnly(2026, 10, 1).AddDays(i % 50),
                false,
                [.. plan.Items.Select(item => string.Join(';', item.Options.Select(o => string.Create(
                    CultureInfo.InvariantCulture, $"{o.Option}={Math.Clamp(o.Effectiveness + random.Next(i % 3), 1, 4)}"))))],
                [.. plan.Items.Select(_ => 30d + random.Next(40))])),
        ];
        var id = Guid.CreateVersion7();
        await site.ReadAsync(async db =>
        {
            db.InsightRequests.Add(new InsightRequest
            {
                Id = id, Kind = InsightKind.Form, FormVersionId = form, KeyVersionId = null, CampaignId = null, Question = null, AskedAt = site.Time.Instant, AskedBy = null,
            });
            db.Insights.Add(new InsightRow
            {
                Id = id,
                Definition = InsightDrawing.Definition,
                KeyLabel = plan.KeyVersion,
                PlanId = plan.Id,
                Attempts = people,
                Closed = people,
                DrawnAt = site.Time.Instant,
                TookMilliseconds = 5,
                Content = InsightJson.Write(Insight.Of(plan, sittings, [], 7)),
            });
            return await db.SaveChangesAsync();
        });
        return id;
    }
}
