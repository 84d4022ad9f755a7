using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Equivalent items for a form, from the live items of its bank that the key of its plan was made for.</summary>
public sealed class Replacements(EqAssessDb db, BankLibrary banks, FormLibrary forms)
{
    /// <param name="spared">Ids of items; those that are not in the form are nothing to replace.</param>
    public async Task<EquivalentsFound> ForAsync(Guid formVersion, IReadOnlyCollection<string> spared, CancellationToken cancellationToken)
    {
        FormVersion form = await forms.GetAsync(formVersion, cancellationToken);
        if (!form.Items.Any(i => spared.Contains(i.Content.Id)))
        {
            return EquivalentsFound.Nothing;
        }

        Guid bank = await db.FormVersions.Where(f => f.Id == formVersion).Select(f => f.BankId).SingleAsync(cancellationToken);
        Bank head = await banks.HeadAsync(bank, cancellationToken);
        IReadOnlyList<BankItem> live = await banks.ItemsAsync(bank, cancellationToken);
        return EquivalentItems.Find(
            [.. form.Items.Select(i => new ItemInPlace(i.Version, i.Content, DomainOf(head, i.Content.Facet)))],
            spared,
            await ScorableAsync(formVersion, live, cancellationToken));
    }

    private async Task<IReadOnlyList<ItemInPlace>> ScorableAsync(Guid formVersion, IReadOnlyList<BankItem> live, CancellationToken cancellationToken)
    {
        var current = await (
            from plan in db.ScoringPlans
            join version in db.KeyVersions on plan.KeyVersionId equals version.Id
            where plan.FormVersionId == formVersion && plan.CampaignId == null
            orderby plan.Number descending
            select new { plan.KeyVersionId, plan.Content, Key = version.Content }).FirstAsync(cancellationToken);
        Key key = KeyJson.Read(current.Key);
        string method = PlanJson.ReadPlan(current.Content).Method;
        IReadOnlySet<Guid> covered = await banks.CoveredByAsync(current.KeyVersionId, cancellationToken);
        return [.. live.Where(i => covered.Contains(i.Version) && IsScorable(i, key, method)).Select(i => new ItemInPlace(i.Version, i.Item, i.Domain))];
    }

    private static bool IsScorable(BankItem item, Key key, string method) => ScoringPlans.Make(
        new PlanDraft(Guid.Empty, Guid.Empty, Guid.Empty, key, [new ItemToScore(item.Version, item.Item, item.Domain)], []) { Method = method }) is PlanMaking.Made;

    private static string DomainOf(Bank bank, string facet) => bank.Domains.First(d => d.Facets.Any(f => f.Code == facet)).Code;
}
