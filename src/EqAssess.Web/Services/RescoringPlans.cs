using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Formats.RateEach;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Scoring.Rescoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>What a campaign could be scored by instead, and the plan that comes of a choice.</summary>
public sealed class RescoringPlans(EqAssessDb db, BankLibrary banks, IOptions<ScoringOptions> scoring)
{
    public async Task<RescoringChoices> ChoicesAsync(CampaignRow campaign, ScoringPlan plan, CancellationToken cancellationToken)
    {
        Guid bank = await BankAsync(campaign, cancellationToken);
        IReadOnlyList<StoredKey> keys = await banks.KeysForAsync(bank, [.. plan.Items.Select(i => i.ItemVersion)], cancellationToken);
        IReadOnlyDictionary<Guid, ItemToScore> items = await ItemsAsync(plan, cancellationToken);
        return new RescoringChoices(
            [.. keys.Where(k => MayUse(campaign, k))],
            [.. ScoringMethods.All.Where(m => m.Format == FormatOf(plan))],
            [.. plan.Items.Select(i => (i.ItemVersion, items[i.ItemVersion].Item.Title))]);
    }

    /// <summary>The plan under which the campaign would be scored, or every reason against it.</summary>
    public async Task<PlanMaking> MakeAsync(CampaignRow campaign, ScoringPlan plan, RescoringWish wish, CancellationToken cancellationToken)
    {
        RescoringChoices choices = await ChoicesAsync(campaign, plan, cancellationToken);
        return choices.Keys.FirstOrDefault(k => k.Id == wish.Key) is not StoredKey key
            ? new PlanMaking.Refused(["the campaign may not use this key"])
            : wish.Method is string method && choices.Methods.All(m => m.Code != method)
            ? new PlanMaking.Refused(["the method does not fit the scenarios"])
            : new PlanChange(key.Id, key.Key, wish.Method, wish.Missing, wish.Dropped).ApplyTo(plan, await ItemsAsync(plan, cancellationToken), Guid.CreateVersion7());
    }

    /// <summary>Format whose method is offered: the one that most scenarios have.</summary>
    private static string FormatOf(ScoringPlan plan) =>
        plan.Items.GroupBy(i => i.Format).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault() ?? RateEachFormat.FormatCode;

    /// <summary>The rules by which campaigns are opened.</summary>
    private bool MayUse(CampaignRow campaign, StoredKey key) =>
        (campaign.Demonstration || (!key.Demonstration && key.Key.Status != KeyStatus.Simulated))
        && (campaign.Purpose != CampaignPurpose.Hiring || scoring.Value.AllowDraftKeysInHiring || key.Key.Status is not (KeyStatus.Draft or KeyStatus.Simulated));

    private Task<Guid> BankAsync(CampaignRow campaign, CancellationToken cancellationToken) =>
        db.FormVersions.Where(f => f.Id == campaign.FormVersionId).Select(f => f.BankId).SingleAsync(cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, ItemToScore>> ItemsAsync(ScoringPlan plan, CancellationToken cancellationToken)
    {
        List<Guid> versions = [.. plan.Items.Select(i => i.ItemVersion)];
        Dictionary<Guid, string> contents = await db.ItemVersions.Where(i => versions.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Content, cancellationToken);
        return plan.Items.ToDictionary(i => i.ItemVersion, i => new ItemToScore(i.ItemVersion, ItemJson.Read(contents[i.ItemVersion]), i.Domain));
    }
}

/// <param name="Keys">That cover the campaign's scenarios and that it may use, the best evidence first.</param>
/// <param name="Methods">For the scenarios of the format that prevails.</param>
/// <param name="Items">Item version and what it is called.</param>
public sealed record RescoringChoices(IReadOnlyList<StoredKey> Keys, IReadOnlyList<ScoringMethod> Methods, IReadOnlyList<(Guid Version, string Title)> Items);

/// <param name="Method">Null leaves the methods as they are.</param>
/// <param name="Dropped">Item versions that count for nothing any more.</param>
public sealed record RescoringWish(Guid Key, string? Method, MissingRule Missing, IReadOnlyCollection<Guid> Dropped);
