using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Proposed scorings and norm groups of a site, made without their pages.</summary>
internal static class ScoringsOfSite
{
    public const string Reason = "Replies on one side of the scale count alike from now on.";

    /// <summary>Somebody who is not among the staff of the site proposes another method.</summary>
    public static async Task<Guid> ProposeScoringAsync(this SiteFactory site, Guid campaign, string method = "dichotomous", Guid? staff = null)
    {
        CampaignRow row = await site.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign));
        Guid key = await site.ReadAsync(db => db.KeyVersions.Select(k => k.Id).FirstAsync());
        RescoringProposed proposed = await site.AskAsync((Rescorings r) =>
            r.ProposeAsync(row, new RescoringWish(key, method, MissingRule.ScoreAll, []), Reason, staff ?? Guid.NewGuid(), CancellationToken.None));
        return proposed.Rescoring ?? throw new InvalidOperationException(string.Join("; ", proposed.Reasons));
    }

    /// <summary>A draft of as many people, their scores spread evenly from 0 to 100.</summary>
    public static async Task<Guid> AddNormsAsync(this SiteFactory site, Guid form, int persons)
    {
        var id = Guid.CreateVersion7();
        string content = await site.ReadAsync(db => db.ScoringPlans.Where(p => p.FormVersionId == form && p.CampaignId == null).OrderByDescending(p => p.Number).Select(p => p.Content).FirstAsync());
        DateOnly today = DateOnly.FromDateTime(site.Time.Instant.UtcDateTime);
        await site.ReadAsync(async db =>
        {
            db.NormVersions.Add(new NormVersionRow
            {
                Id = id,
                FormVersionId = form,
                ScoringSha256 = PlanJson.ScoringDigest(PlanJson.ReadPlan(content)),
                Number = await db.NormVersions.CountAsync() + 1,
                Title = "Applicants 2026",
                Description = "For tests.",
                RoleFamily = "customer care",
                Countries = "GB",
                Source = NormSource.Applicants,
                Persons = persons,
                CollectedFrom = today.AddMonths(-6),
                CollectedTo = today,
                Filter = """{"Campaigns":[]}""",
                Transformation = NormTransformation.Linear,
                Scores = $"[{string.Join(',', Enumerable.Range(0, persons).Select(i => FormattableString.Invariant($"{100d * i / (persons - 1)}")))}]",
                Digest = new string('0', 64),
                CreatedAt = site.Time.Instant,
                CreatedBy = null,
            });
            return await db.SaveChangesAsync();
        });
        return id;
    }
}
