using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>The scores of one attempt, for the person whose they are.</summary>
public sealed class OwnScores(EqAssessDb db, BankLibrary banks, IOptions<CandidateOptions> options)
{
    /// <summary>Whether this installation shows candidates their scores.</summary>
    public bool Disclosed => options.Value.DiscloseScores;

    /// <summary>Oldest plan first; none where they are not disclosed.</summary>
    public async Task<IReadOnlyList<OwnScore>> OfAsync(Guid attempt, CancellationToken cancellationToken)
    {
        if (!Disclosed)
        {
            return [];
        }

        var found = await (
            from score in db.ScoreRuns
            join plan in db.ScoringPlans on score.PlanId equals plan.Id
            join form in db.FormVersions on plan.FormVersionId equals form.Id
            where score.AttemptId == attempt
            orderby plan.Number
            select new { score.ScoredAt, score.Sheet, Plan = plan.Content, form.BankId }).AsNoTracking().ToListAsync(cancellationToken);
        var own = new List<OwnScore>();
        foreach (var score in found)
        {
            Bank bank = await banks.HeadAsync(score.BankId, cancellationToken);
            own.Add(Score(score.ScoredAt, PlanJson.ReadSheet(score.Sheet), PlanJson.ReadPlan(score.Plan), bank));
        }

        return own;
    }

    private static OwnScore Score(DateTimeOffset scoredAt, ScoreSheet sheet, ScoringPlan plan, Bank bank)
    {
        ScaleStatistics? total = plan.Scales.FirstOrDefault(s => s.Scale == ScoringPlan.Total);
        return new OwnScore(
            scoredAt,
            sheet.Total.Percent,
            total is null ? null : ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability),
            total?.Basis != EstimateBasis.Estimated,
            plan.KeyVersion,
            plan.KeyStatus.ToString().ToLowerInvariant(),
            [.. DomainProfile.Of(sheet, plan).Select(d => new OwnDomain(bank.Domains.Single(b => b.Code == d.Domain).Title, d.Standing.ToString()))],
            [.. sheet.Flags.Select(f => f.ToString())]);
    }
}
