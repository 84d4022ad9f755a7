using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The sheet of one closed attempt under a plan: by its choices or, where answers were written, by the marks that people gave.</summary>
public sealed class AttemptScoring(EqAssessDb db, AttemptLedger ledger, FormLibrary forms)
{
    /// <param name="plan">Of the whole form, or of a campaign that leaves out some of its domains.</param>
    /// <returns>Null while a written answer needs another mark.</returns>
    public async Task<AttemptSheet?> SheetAsync(AttemptRow attempt, ScoringPlan plan, CancellationToken cancellationToken)
    {
        AttemptState state = (await ledger.ReadAsync(attempt.Id, cancellationToken)).State;
        FormVersion form = await forms.GetAsync(attempt.FormVersionId, state, cancellationToken);
        ScoringPlan own = state.Replacements.IsEmpty ? plan : await OwnPlanAsync(plan, state, cancellationToken);
        HashSet<Guid> counted = [.. own.Items.Select(i => i.ItemVersion)];
        ResponseSet responses = state.ResponsesTo(form.CountingVersions.Where(counted.Contains));
        if (!state.Grant.Typed)
        {
            return new AttemptSheet(Scorer.Score(own, responses), Scorer.EngineVersion);
        }

        ScoreSheet? sheet = WrittenScorer.Score(own, await WrittenAsync(attempt.Id, responses, cancellationToken));
        return sheet is null ? null : new AttemptSheet(sheet, $"{Scorer.EngineVersion}+{WrittenScorer.Version}");
    }

    /// <summary>A text that was erased since has no marks to come: what it was worth is not known, and it counts as not answered.</summary>
    private async Task<IReadOnlyList<WrittenAnswer>> WrittenAsync(Guid attempt, ResponseSet responses, CancellationToken cancellationToken)
    {
        HashSet<Guid> texts = [.. await db.TypedAnswers.Where(t => t.AttemptId == attempt).Select(t => t.ItemVersionId).ToListAsync(cancellationToken)];
        ILookup<Guid, int> marks = (await db.TypedMarks.AsNoTracking().Where(m => m.AttemptId == attempt).ToListAsync(cancellationToken))
            .ToLookup(m => m.ItemVersionId, m => m.Mark);
        return
        [
            .. responses.Items.Select(r => new WrittenAnswer(
                r.ItemVersion,
                r.Presented,
                TypedResponse.IsText(r.Response) && (texts.Contains(r.ItemVersion) || marks[r.ItemVersion].Any()) ? [.. marks[r.ItemVersion]] : null)),
        ];
    }

    private async Task<ScoringPlan> OwnPlanAsync(ScoringPlan plan, AttemptState state, CancellationToken cancellationToken)
    {
        Key key = KeyJson.Read(await db.KeyVersions.Where(k => k.Id == plan.KeyVersionId).Select(k => k.Content).SingleAsync(cancellationToken));
        List<Guid> versions = [.. state.Replacements.Values];
        Dictionary<Guid, ItemVersionRow> rows = await db.ItemVersions.AsNoTracking().Where(i => versions.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        Dictionary<Guid, ItemToScore> by = state.Replacements.ToDictionary(
            r => r.Key, r => new ItemToScore(r.Value, ItemJson.Read(rows[r.Value].Content), rows[r.Value].Domain));
        return ScoringPlans.Replacing(plan, key, by) switch
        {
            PlanMaking.Made made => made.Plan,
            PlanMaking.Refused refused => throw new InvalidOperationException($"Plan {plan.Id} cannot score an equivalent item: {string.Join("; ", refused.Problems)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <param name="Engine">What made the sheet; it stands with the run, where no report shows it.</param>
public sealed record AttemptSheet(ScoreSheet Sheet, string Engine);
