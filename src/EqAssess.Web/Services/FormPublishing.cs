using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Publishes form versions, each with its first scoring plan, in one transaction.</summary>
public sealed class FormPublishing(EqAssessDb db, BankLibrary banks, IOptions<ScoringOptions> scoring, TimeProvider time)
{
    public async Task<FormPublished> PublishAsync(NewForm form, CancellationToken cancellationToken)
    {
        IReadOnlyList<BankItem> all = await banks.ItemsAsync(form.Bank, cancellationToken);
        List<BankItem> chosen = [.. form.Items.Select(id => all.FirstOrDefault(i => i.Version == id)).OfType<BankItem>()];
        List<FormProblem> problems = [.. FormChecks.Of(form.Title, form.TimeLimit, [.. chosen.Select(c => c.Item)])];
        if (chosen.Count < form.Items.Count)
        {
            problems.Add(new FormProblem.NotScorable("a scenario was changed or removed since it was chosen: choose again"));
        }

        StoredKey? key = await banks.CurrentKeyAsync(form.Bank, cancellationToken);
        var id = Guid.CreateVersion7();
        switch (key is null ? null : PlanOf(id, key, chosen))
        {
            case PlanMaking.Made made when problems.Count == 0:
                await AddFormAsync(id, form, chosen, all, cancellationToken);
                db.ScoringPlans.Add(RowOf(made.Plan));
                await db.SaveChangesAsync(cancellationToken);
                return new FormPublished(id, []);
            case PlanMaking.Refused when chosen.Count == 0:
                // Said already, in words that lead to the field.
                break;
            case PlanMaking.Refused refused:
                problems.AddRange(refused.Problems.Select(p => new FormProblem.NotScorable(p)));
                break;
            case null:
                problems.Add(new FormProblem.NoKey());
                break;
        }

        return new FormPublished(null, problems);
    }

    private async Task AddFormAsync(Guid id, NewForm form, List<BankItem> chosen, IReadOnlyList<BankItem> all, CancellationToken cancellationToken)
    {
        string title = form.Title.Trim();
        int number = await db.FormVersions.CountAsync(f => f.BankId == form.Bank && f.Title == title, cancellationToken) + 1;
        db.FormVersions.Add(new FormVersionRow
        {
            Id = id,
            BankId = form.Bank,
            Title = title,
            Number = number,
            TimeLimitSeconds = (int)form.TimeLimit.TotalSeconds,
            PublishedAt = time.Now,
            PublishedBy = form.PublishedBy,
        });
        db.FormItems.AddRange(chosen.Select((item, i) => Place(id, item, i + 1)));
        db.FormItems.AddRange(PracticeFor(chosen, all).Select((item, i) => Place(id, item, i + 1)));
    }

    /// <summary>One practice item for each format of the form, in the order in which the formats first come up.</summary>
    private static IEnumerable<BankItem> PracticeFor(List<BankItem> chosen, IReadOnlyList<BankItem> all) =>
        chosen.Select(c => c.Item.Format).Distinct()
            .Select(format => all.FirstOrDefault(i => i.Item.Use == ItemUse.Practice && i.Item.Format == format)).OfType<BankItem>();

    private static FormItemRow Place(Guid form, BankItem item, int position) => new()
    {
        FormVersionId = form, Position = position, Practice = item.Item.Use == ItemUse.Practice, ItemVersionId = item.Version,
    };

    private PlanMaking PlanOf(Guid formVersion, StoredKey key, List<BankItem> chosen)
    {
        ScoringOptions values = scoring.Value;
        return ScoringPlans.Make(new PlanDraft(
            Guid.CreateVersion7(),
            formVersion,
            key.Id,
            key.Key,
            [.. chosen.Select(c => new ItemToScore(c.Version, c.Item, c.Domain))],
            [
                new ScaleStatistics(
                    ScoringPlan.Total, values.PlanningReliability, values.PlanningStandardDeviation, EstimateBasis.Assumed, null, "planning values, no data"),
            ]));
    }

    private ScoringPlanRow RowOf(ScoringPlan plan)
    {
        string content = PlanJson.Write(plan);
        return new ScoringPlanRow
        {
            Id = plan.Id,
            FormVersionId = plan.FormVersion,
            KeyVersionId = plan.KeyVersionId,
            Number = 1,
            Content = content,
            Digest = Digest.Sha256(content),
            CreatedAt = time.Now,
        };
    }
}

/// <param name="Items">Item versions in the order of the form.</param>
public sealed record NewForm
{
    public required Guid Bank { get; init; }

    public required string Title { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    public required IReadOnlyList<Guid> Items { get; init; }

    public required Guid? PublishedBy { get; init; }
}

/// <param name="FormVersion">Null when problems keep the form from being published.</param>
public sealed record FormPublished(Guid? FormVersion, IReadOnlyList<FormProblem> Problems);
