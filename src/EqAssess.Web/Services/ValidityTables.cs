using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>How scores on a form go together with later outcomes, among real people's first attempts.</summary>
public sealed class ValidityTables(EqAssessDb db, NormMaking scorings, TimeProvider time)
{
    /// <summary>Forms that real people have finished, with the outcomes known of them.</summary>
    public async Task<IReadOnlyList<ValidityForm>> FormsAsync(CancellationToken cancellationToken)
    {
        var forms = new List<ValidityForm>();
        foreach (FormVersionRow form in await scorings.FormsAsync(cancellationToken))
        {
            int people = await db.FirstAttemptsOn(form.Id).CountAsync(cancellationToken);
            int outcomes = await db.FirstAttemptsOn(form.Id).CountAsync(a => db.Outcomes.Any(o => o.InvitationId == a.InvitationId), cancellationToken);
            forms.Add(new ValidityForm(form, people, outcomes));
        }

        return forms;
    }

    /// <param name="reliabilities">Of outcomes, as far as somebody says them.</param>
    /// <returns>Null when there is no such form.</returns>
    public async Task<ValidityTable?> OfAsync(Guid form, IReadOnlyDictionary<OutcomeMeasure, double> reliabilities, CancellationToken cancellationToken)
    {
        if (await db.FormVersions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == form, cancellationToken) is not { } row)
        {
            return null;
        }

        List<OutcomeRow> outcomes = await db.Outcomes.AsNoTracking()
            .Where(o => db.FirstAttemptsOn(form).Any(a => a.InvitationId == o.InvitationId)).ToListAsync(cancellationToken);
        (NormScoring? scoring, Dictionary<Guid, double> scores) = await BestAsync(form, [.. outcomes.Select(o => o.InvitationId).Distinct()], cancellationToken);
        DateOnly today = DateOnly.FromDateTime(time.Now.UtcDateTime);
        List<ValidityRow> rows = [.. Enum.GetValues<OutcomeMeasure>().Select(m => RowOf(m, [.. outcomes.Where(o => o.Measure == m)], scores, reliabilities, today)).OfType<ValidityRow>()];
        return new ValidityTable(row, scoring, scores.Count, rows);
    }

    /// <summary>The way of scoring under which most people with an outcome have a score, and everybody's score under it, by invitation.</summary>
    private async Task<(NormScoring? Scoring, Dictionary<Guid, double> Scores)> BestAsync(Guid form, List<Guid> people, CancellationToken cancellationToken)
    {
        (NormScoring? Scoring, Dictionary<Guid, double> Scores) best = (null, []);
        int most = -1;
        foreach (NormScoring scoring in await scorings.ScoringsAsync(form, cancellationToken))
        {
            IReadOnlyList<Guid> plans = scoring.Plans;
            var found = await (
                from attempt in db.FirstAttemptsOn(form)
                join run in db.ScoreRuns on attempt.Id equals run.AttemptId
                where plans.Contains(run.PlanId) && run.Percent != null
                select new { attempt.InvitationId, run.Percent, run.Sheet }).AsNoTracking().ToListAsync(cancellationToken);
            Dictionary<Guid, double> scores = found.GroupBy(f => f.InvitationId).Select(g => g.First())
                .Where(f => PlanJson.ReadSheet(f.Sheet).Flags.Count == 0).ToDictionary(f => f.InvitationId, f => f.Percent!.Value);
            int pairs = people.Count(scores.ContainsKey);
            (best, most) = pairs > most ? ((scoring, scores), pairs) : (best, most);
        }

        return best;
    }

    /// <summary>Of each person the newest value counts.</summary>
    private static ValidityRow? RowOf(
        OutcomeMeasure measure, IReadOnlyList<OutcomeRow> outcomes, Dictionary<Guid, double> scores, IReadOnlyDictionary<OutcomeMeasure, double> reliabilities, DateOnly today)
    {
        List<OutcomeRow> newest = [.. outcomes.Where(o => scores.ContainsKey(o.InvitationId)).GroupBy(o => o.InvitationId).Select(g => g.MaxBy(o => o.MeasuredOn)!)];
        if (newest.Count == 0)
        {
            return null;
        }

        double? reliability = reliabilities.TryGetValue(measure, out double said) ? said : null;
        var study = CriterionStudy.Of([.. newest.Select(o => scores[o.InvitationId])], [.. newest.Select(o => o.Value)], [.. scores.Values], reliability);
        (DateOnly from, DateOnly to) = (newest.Min(o => o.MeasuredOn), newest.Max(o => o.MeasuredOn));
        return new ValidityRow(measure, study, reliability, from, to, CriterionStudy.ExpiresOn(to), today >= CriterionStudy.ExpiresOn(to));
    }
}

/// <param name="People">Real people's first attempts.</param>
/// <param name="WithOutcome">Those of them of whom an outcome is known.</param>
public sealed record ValidityForm(FormVersionRow Form, int People, int WithOutcome);

/// <param name="Scoring">Under which everybody is compared; null where nobody is scored.</param>
/// <param name="People">Valid first attempts under it.</param>
public sealed record ValidityTable(FormVersionRow Form, NormScoring? Scoring, int People, IReadOnlyList<ValidityRow> Rows);

/// <param name="Reliability">Of the outcome, as somebody said; null where nobody did.</param>
/// <param name="ExpiresOn">From this day the number is not to be quoted any more.</param>
public sealed record ValidityRow(OutcomeMeasure Measure, CriterionStudy Study, double? Reliability, DateOnly From, DateOnly To, DateOnly ExpiresOn, bool Expired);
