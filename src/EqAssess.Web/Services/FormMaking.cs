using System.Security.Cryptography;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Makes a form ready to be written: its items, key, scoring plan and orders of options, or every problem with it.</summary>
public sealed class FormMaking(BankLibrary banks, IOptions<ScoringOptions> scoring)
{
    public async Task<FormMade> MakeAsync(NewForm form, CancellationToken cancellationToken)
    {
        IReadOnlyList<BankItem> live = await banks.ItemsAsync(form.Bank, cancellationToken);
        List<BankItem> usable = [.. live, .. form.Pretest.Count == 0 ? [] : await banks.ApprovedAsync(form.Bank, cancellationToken)];
        List<BankItem> chosen =
        [
            .. form.Items.Select(id => usable.FirstOrDefault(i => i.Version == id && (form.Pretest.Contains(id) || live.Contains(i)))).OfType<BankItem>(),
        ];
        List<FormProblem> problems =
            [.. FormChecks.Of(form.Title, form.TimeLimit, [.. chosen.Select(c => c.Item)], [.. chosen.Where(c => form.Pretest.Contains(c.Version)).Select(c => c.Item)])];
        problems.AddRange(FormChecks.OfSections(form.Sections, form.TimeLimit, [.. chosen.Select(c => c.Item)]));
        if (chosen.Count < form.Items.Count)
        {
            problems.Add(new FormProblem.NotScorable("a scenario was changed or removed since it was chosen: choose again"));
        }

        List<BankItem> counting = [.. chosen.Where(c => !form.Pretest.Contains(c.Version))];
        if (counting.Count == 0)
        {
            return new FormMade.Refused(problems);
        }

        Keying keying = await KeyOfAsync(form, counting, cancellationToken);
        return keying.Key is StoredKey key && problems.Count == 0
            ? Made(form, chosen, counting, live, key)
            : new FormMade.Refused([.. problems, .. keying.Problems]);
    }

    private FormMade Made(NewForm form, List<BankItem> chosen, List<BankItem> counting, IReadOnlyList<BankItem> live, StoredKey key)
    {
        var id = Guid.CreateVersion7();
        if (PlanOf(id, key, counting) is PlanMaking.Refused refused)
        {
            return new FormMade.Refused([.. refused.Problems.Select(p => new FormProblem.NotScorable(p))]);
        }

        long seed = form.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        long ofOrders = unchecked(seed + form.Place);
        IReadOnlyList<IReadOnlyList<string>> orders = FormOrders.Choose([.. counting.Select(c => FormOrders.Of(c.Item, key.Key))], ofOrders);
        Dictionary<Guid, IReadOnlyList<string>> orderOf = counting.Zip(orders).ToDictionary(c => c.First.Version, c => c.Second);
        List<FormItem> items =
        [
            .. chosen.Select((c, i) => new FormItem(c.Version, c.Item)
            {
                Pretest = form.Pretest.Contains(c.Version),
                OptionOrder = orderOf.TryGetValue(c.Version, out IReadOnlyList<string>? order) ? order : FormOrders.Draw(c.Item, unchecked(ofOrders + i)),
            }),
        ];
        BlindGain worst = FormOrders.Worst([.. items.Where(i => !i.Pretest).Select(i => i.Shown)], key.Key);
        return FormOrders.Withstands(worst, counting.Count) && PlanOf(id, key, counting) is PlanMaking.Made made
            ? new FormMade.Ready(id, form, seed, items, PracticeFor(chosen, live), made.Plan)
            : new FormMade.Refused([new FormProblem.BlindAnswers(worst.Strategy, 100 * worst.Share)]);
    }

    /// <summary>One practice item for each format of the form, in the order in which the formats first come up.</summary>
    private static IReadOnlyList<Guid> PracticeFor(List<BankItem> chosen, IReadOnlyList<BankItem> all) =>
    [
        .. chosen.Select(c => c.Item.Format).Distinct()
            .Select(format => all.FirstOrDefault(i => i.Item.Use == ItemUse.Practice && i.Item.Format == format)).OfType<BankItem>().Select(i => i.Version),
    ];

    private async Task<Keying> KeyOfAsync(NewForm form, List<BankItem> counting, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredKey> keys = await banks.KeysForAsync(form.Bank, [.. counting.Select(c => c.Version)], cancellationToken);
        if (form.Key is null && keys.Count > 0)
        {
            return new Keying(keys[0], []);
        }

        if (keys.FirstOrDefault(k => k.Id == form.Key) is StoredKey asked)
        {
            return new Keying(asked, []);
        }

        StoredKey? newest = (await banks.KeysForAsync(form.Bank, [], cancellationToken)).OrderByDescending(k => k.Id == form.Key).FirstOrDefault();
        if (newest is null)
        {
            return new Keying(null, [new FormProblem.NoKey()]);
        }

        IReadOnlySet<Guid> covered = await banks.CoveredByAsync(newest.Id, cancellationToken);
        return new Keying(
            null, [.. counting.Where(c => !covered.Contains(c.Version)).Select(c => new FormProblem.NotScorable($"key {newest.Key.Version} was not made for {c.Item.Id} as it reads now"))]);
    }

    private PlanMaking PlanOf(Guid formVersion, StoredKey key, List<BankItem> counting)
    {
        ScoringOptions values = scoring.Value;
        return ScoringPlans.Make(new PlanDraft(
            Guid.CreateVersion7(),
            formVersion,
            key.Id,
            key.Key,
            [.. counting.Select(c => new ItemToScore(c.Version, c.Item, c.Domain))],
            [
                new ScaleStatistics(
                    ScoringPlan.Total, values.PlanningReliability, values.PlanningStandardDeviation, EstimateBasis.Assumed, null, "planning values, no data"),
            ]));
    }

    private sealed record Keying(StoredKey? Key, IReadOnlyList<FormProblem> Problems);
}

/// <summary>Whether a form can be written.</summary>
public abstract record FormMade
{
    private FormMade()
    {
    }

    /// <param name="Practice">Item versions.</param>
    public sealed record Ready(Guid Id, NewForm Form, long Seed, IReadOnlyList<FormItem> Items, IReadOnlyList<Guid> Practice, ScoringPlan Plan) : FormMade;

    /// <param name="Problems">All of them, at least one.</param>
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : FormMade;
}
