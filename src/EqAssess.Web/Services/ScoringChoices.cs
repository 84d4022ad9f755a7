using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Panels;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>The keys that a form could be scored with: versions of its bank, and what closed panels propose.</summary>
public sealed class ScoringChoices(EqAssessDb db, FormLibrary forms, ScoringService scoring, PanelLibrary panels, PanelPublishing publishing)
{
    /// <summary>Keys that cover two scenarios of the form or more: that of its plan first, then the newest, then panels.</summary>
    public async Task<IReadOnlyList<KeyChoice>> KeysAsync(Guid form, CancellationToken cancellationToken)
    {
        FormVersionRow row = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == form, cancellationToken);
        HashSet<Guid> items = [.. (await forms.GetAsync(form, cancellationToken)).CountingVersions];
        ScoringPlan current = await scoring.CurrentPlanAsync(form, cancellationToken);
        var keys = await db.KeyVersions.Where(k => k.BankId == row.BankId).OrderByDescending(k => k.CreatedAt)
            .Select(k => new { k.Id, k.Label, k.Status, Covered = db.KeyCoverages.Count(c => c.KeyVersionId == k.Id && items.Contains(c.ItemVersionId)) }).ToListAsync(cancellationToken);
        List<PanelRow> closed = await db.Panels.AsNoTracking()
            .Where(p => p.BankId == row.BankId && p.Stage == PanelStage.Closed).OrderByDescending(p => p.CreatedAt).ToListAsync(cancellationToken);
        return
        [
            .. keys.Where(k => k.Covered > 1).OrderBy(k => k.Id != current.KeyVersionId).Select(k => new KeyChoice(k.Id, false, k.Label, k.Status, k.Covered == items.Count)),
            .. closed.Select(p => new KeyChoice(p.Id, true, p.Title, p.Simulated ? KeyStatus.Simulated : KeyStatus.Provisional, false)),
        ];
    }

    /// <summary>Methods for the format of most of the form's scenarios; scenarios of other formats keep the default of theirs.</summary>
    public async Task<IReadOnlyList<string>> MethodsAsync(Guid form, CancellationToken cancellationToken)
    {
        string format = (await forms.GetAsync(form, cancellationToken)).Items.Where(i => !i.Pretest).CountBy(i => i.Content.Format).MaxBy(c => c.Value).Key;
        return [.. ScoringMethods.All.Where(m => m.Format == format).Select(m => m.Code)];
    }

    /// <summary>The plan that a choice would make, over those scenarios of the form that its key was made for; or why there is none.</summary>
    public async Task<ScoringToCompare> PlanAsync(Guid form, ScoringChoice choice, CancellationToken cancellationToken)
    {
        if (await KeyAsync(choice, cancellationToken) is not { } found)
        {
            return new ScoringToCompare(choice.Label, KeyStatus.Draft, choice.Method, null, ["the key is not there any more"]);
        }

        ScoringPlan current = await scoring.CurrentPlanAsync(form, cancellationToken);
        FormVersion version = await forms.GetAsync(form, cancellationToken);
        List<ItemToScore> items =
        [
            .. from item in version.Items
               join planned in current.Items on item.Version equals planned.ItemVersion
               where found.Covers.Contains(item.Version) && found.Key.Items.ContainsKey(item.Content.Id)
               select new ItemToScore(item.Version, item.Content, planned.Domain, planned.Weight),
        ];
        MissingRule missing = ScoringMethods.Find(choice.Method) is DistanceMethod ? MissingRule.ScoreAnswered : current.Missing;
        var draft = new PlanDraft(Guid.CreateVersion7(), form, choice.Id, found.Key, items, []) { Method = choice.Method, Missing = missing };
        return (items.Count == 0 ? new PlanMaking.Refused([$"key {choice.Label} covers no scenario of the form"]) : ScoringPlans.Make(draft)) switch
        {
            PlanMaking.Made made => new ScoringToCompare(choice.Label, found.Key.Status, choice.Method, made.Plan, []),
            PlanMaking.Refused refused => new ScoringToCompare(choice.Label, found.Key.Status, choice.Method, null, refused.Problems),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<(Key Key, HashSet<Guid> Covers)?> KeyAsync(ScoringChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.Panel)
        {
            string? content = await db.KeyVersions.Where(k => k.Id == choice.Id).Select(k => k.Content).SingleOrDefaultAsync(cancellationToken);
            return content is null ? null : (KeyJson.Read(content), [.. await db.KeyCoverages.Where(c => c.KeyVersionId == choice.Id).Select(c => c.ItemVersionId).ToListAsync(cancellationToken)]);
        }

        return await panels.FindAsync(choice.Id, cancellationToken) is { } panel && panel.Row.Stage is PanelStage.Closed or PanelStage.Published
            && (await publishing.PreviewAsync(panel, cancellationToken)).Making is PanelKeyMaking.Made made
            ? (made.Key, [.. panel.Items.Select(i => i.Version)])
            : null;
    }
}

/// <param name="Id">Of the key version, or of the panel.</param>
/// <param name="Panel">Whether it is what a closed panel proposes, and no key yet.</param>
/// <param name="Whole">Whether it covers every scenario of the form.</param>
public sealed record KeyChoice(Guid Id, bool Panel, string Label, KeyStatus Status, bool Whole);

/// <summary>A key and a method that somebody chose, as stored with the request.</summary>
/// <param name="Id">Of the key version, or of the panel.</param>
public sealed record ScoringChoice(Guid Id, bool Panel, string Label, string Method);
