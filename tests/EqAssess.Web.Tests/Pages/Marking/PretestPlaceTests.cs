using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using EqAssess.Web.Tests.Pages.Accommodations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Marking;

/// <summary>What stands in the place of a scenario that is only tried out counts as little as that scenario.</summary>
public sealed class PretestPlaceTests
{
    [Theory]
    [InlineData("scenario-04", 3)]
    [InlineData("scenario-01", 3)]
    public async Task An_equivalent_is_marked_exactly_where_what_it_stands_for_would_be(string spared, int marked)
    {
        await using AdjustedSite adjusted = await AdjustedSite.StartAsync();
        SiteFactory site = adjusted.Site;
        Guid campaign = await site.OpenCampaignAsync(CampaignPurpose.Pilot, form: await PublishAsync(site));

        Candidate candidate = await site.FinishWrittenAsync(campaign, "Amara", Accommodation.None with { SparedItems = [spared] });
        int first = await (await site.SignInAsync("Psychologist")).MarkAllAsync(3);
        int second = await (await site.SignInAsync("HrAdmin")).MarkAllAsync(3);
        await site.RunAsync<ScoreAttempts>();

        Assert.Contains("ItemReplaced", await site.KindsAsync(candidate.Attempt));
        Assert.Equal((marked, marked), (first, second));
        Assert.Equal(75, await site.ReadAsync(db => db.ScoreRuns.Select(r => r.Percent).SingleAsync()));
    }

    /// <summary>Scenarios 1 to 3 count, 4 is tried out.</summary>
    private static async Task<Guid> PublishAsync(SiteFactory site)
    {
        Guid bank = await site.BankAsync();
        IReadOnlyList<BankItem> all = await site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        List<Guid> items = [.. all.Where(i => i.Item.Use == ItemUse.Live).OrderBy(i => i.Item.Id, StringComparer.Ordinal).Select(i => i.Version).Take(4)];
        FormPublished published = await site.AskAsync((FormPublishing forms) => forms.PublishAsync(
            new NewForm { Bank = bank, Title = "With one tried out", TimeLimit = TimeSpan.FromMinutes(20), Items = items, Pretest = [items[3]], PublishedBy = null }, CancellationToken.None));
        return published.FormVersion!.Value;
    }
}
