using System.Net;
using EqAssess.Web.Jobs;
using EqAssess.Web.Tests.Services;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Monitoring;

/// <summary>Tables of a bias audit, to print.</summary>
public sealed class BiasAuditPageTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync();
        campaign = await site.OpenCampaignAsync(with: c => c with { Country = "US", Monitors = true });
        await site.AskAsync((IServiceProvider services) => MonitoredPeople.AddAsync(services, campaign,
        [
            .. Of("female", "white", 300, 120), .. Of("male", "white", 300, 150), .. Of("female", "black", 52, 21), .. Of("male", "black", 48, 24),
            .. Of("female", "pacific", 12, 6), .. Of("male", "asian", 3, 1), .. Enumerable.Range(0, 30).Select(i => new Monitored([], [1, 0, 0, 0], i < 15)),
        ]));
        site.Time.Instant = SiteFactory.Start.AddDays(12);
        await site.RunAsync<CompareGroups>();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Sex_race_and_both_stand_with_selection_and_scoring_rates()
    {
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(
            ["Sex: selection rates", "Sex: scoring rates", "Race or ethnicity: selection rates", "Race or ethnicity by Sex: selection rates"],
            heading => Assert.Contains(heading, page.Words));
        Assert.Contains("These tables are no audit.", page.Words);
    }

    [Fact]
    public async Task Pairs_of_groups_are_rounded_to_fives_and_small_ones_are_out()
    {
        Shown page = await (await site.SignInAsync("HrAdmin")).OpenAsync(Address);

        Assert.Matches(@"Black or African American, Female\s*about 50\s*about 20", page.Words);
        Assert.Matches(@"Asian, Male\s*under 10", page.Words);
    }

    [Fact]
    public async Task The_auditor_s_reason_stands_in_the_table_and_is_kept_nowhere()
    {
        Browser auditor = await site.SignInAsync("Auditor");

        Shown with = await auditor.OpenAsync($"{Address}?why.race-us.pacific={Uri.EscapeDataString("eight people <b>only</b>")}");
        Shown without = await auditor.OpenAsync(Address);

        Assert.Contains("Left out of the ratios: eight people <b>only</b>", with.Words);
        Assert.DoesNotContain("eight people", without.Words);
    }

    [Fact]
    public async Task A_reason_for_a_category_that_is_large_changes_nothing() => Assert.DoesNotContain(
        "Left out of the ratios", (await (await site.SignInAsync("Auditor")).OpenAsync($"{Address}?why.race-us.black=because")).Words);

    private static IEnumerable<Monitored> Of(string sex, string race, int people, int shortlisted) => Enumerable.Range(0, people)
        .Select(i => new Monitored([("sex", sex), ("race-us", race)], [i % 4 / 3d, i % 3 / 2d, i % 2, 1], i < shortlisted));

    private string Address => $"/campaigns/{campaign}/selection-rates/bias-audit";
}
