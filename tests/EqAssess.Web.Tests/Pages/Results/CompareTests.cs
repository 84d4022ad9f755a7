using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EqAssess.Web.Tests.Pages.Results;

/// <summary>Two to eight people side by side, each with the error of the score, and nobody first.</summary>
public sealed class CompareTests : IAsyncLifetime
{
    private SiteFactory site = null!;
    private Guid campaign;
    private Browser recruiter = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteFactory.StartAsync(new SiteSettings
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["Scoring:PlanningReliability"] = "0.80" },
        });
        campaign = await site.OpenCampaignAsync(form: await site.PublishFormAsync(title: "Form with smaller errors"));
        recruiter = await site.SignInAsync("Recruiter");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task People_stand_as_chosen_with_their_intervals_and_each_pair_says_whether_it_differs_reliably()
    {
        Guid none = await FinishAsync("Nobody-answered");
        Guid amara = await FinishAsync("Amara", 2, 2, 2, 2);
        Guid bo = await FinishAsync("Bo", 2, 2, 2, 2);

        Shown page = await CompareAsync(none, amara, bo);

        Assert.Equal(["Nobody-answered", "Amara", "Bo"], page.Document.QuerySelectorAll("table.compare tbody th").Select(t => Shown.Squeeze(t.TextContent)));
        Assert.Equal(3, page.Document.QuerySelectorAll("table.compare svg[role=img]").Length);
        string[][] pairs = [.. page.Document.QuerySelectorAll("table.pairs")[0].QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(d => Shown.Squeeze(d.TextContent)).ToArray())];
        Assert.Equal(["–", "reliably lower", "reliably lower"], pairs[0]);
        Assert.Equal(["reliably higher", "–", "no reliable difference"], pairs[1]);
        Assert.Equal(["reliably higher", "no reliable difference", "–"], pairs[2]);
        Shown paper = await recruiter.OpenAsync(page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "As a report").GetAttribute("href")!);
        Assert.Equal("Comparison of 3 candidates", paper.Heading);
        Assert.Contains("Two scores differ reliably from 15 points on.", page.Words);
        Assert.Contains("The same rating for every reply", page.Words);
        Assert.Contains("0 people have taken this form; from 100 on it is said what is unusual.", page.Words);
    }

    [Fact]
    public async Task Where_the_error_is_too_large_no_pair_is_marked_and_the_page_says_from_how_many_points_on()
    {
        campaign = await site.OpenCampaignAsync();
        Shown page = await CompareAsync(await FinishAsync("Amara", 4, 4, 4, 4), await FinishAsync("Bo", 1, 2, 3, 4));

        Assert.Contains("Nobody is marked here: two scores differ reliably only from 21 points on", page.Words);
        Assert.DoesNotContain("Which pairs differ reliably", page.Words);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Fewer_than_two_are_asked_to_become_more(int people)
    {
        Guid[] chosen = people == 0 ? [] : [await FinishAsync("Amara", 2, 2, 2, 2)];

        Assert.Contains("Choose two people or more in the list.", (await CompareAsync(chosen)).Words);
    }

    [Fact]
    public async Task More_than_eight_withdrawn_and_unknown_people_are_left_out_and_the_page_says_so()
    {
        List<Guid> people = [];
        for (int i = 0; i < 9; i++)
        {
            people.Add(await site.InviteAsync(campaign, $"Person {i}"));
        }

        Shown many = await CompareAsync([.. people]);
        await site.AskAsync(async (Withdrawals w) =>
        {
            await w.WithdrawAsync(people[0]);
            return 0;
        });
        Shown gone = await CompareAsync(people[0], people[1], people[2], Guid.CreateVersion7());

        Assert.Equal(8, many.Document.QuerySelectorAll("table.compare tbody tr").Length);
        Assert.Equal(2, gone.Document.QuerySelectorAll("table.compare tbody tr").Length);
        Assert.All([many, gone], p => Assert.Contains("Some of those you chose are not here", p.Words));
    }

    [Fact]
    public async Task People_of_another_campaign_are_not_shown()
    {
        Guid stranger = await FinishAsync("Stranger", 1, 1, 1, 1);
        campaign = await site.OpenCampaignAsync();

        Shown page = await CompareAsync(stranger, await FinishAsync("Amara", 2, 2, 2, 2), await FinishAsync("Bo", 3, 3, 3, 3));

        Assert.DoesNotContain("Stranger", page.Words);
    }

    [Fact]
    public async Task Names_are_hidden_side_by_side_until_somebody_asks()
    {
        campaign = await site.OpenCampaignAsync(with: c => c with { Blind = true });
        Guid[] people = [await FinishAsync("Amara", 2, 2, 2, 2), await FinishAsync("Bo", 3, 3, 3, 3)];
        Shown blind = await CompareAsync(people);

        Shown shown = await blind.Form("Show it to me").Fill("Why do you need the name now?", "Plans the interviews.").PressAsync();

        Assert.DoesNotContain("Amara", blind.Html, StringComparison.Ordinal);
        Assert.Contains($"Candidate {CandidateCode.Of(people[0])}", blind.Words);
        Assert.Contains("Amara", shown.Words);
        Assert.Equal(2, await site.ReadAsync(db => db.AuditLog.CountAsync(e => e.Act == AuditService.NamesAsked)));
    }

    [Fact]
    public async Task The_scores_of_a_pilot_are_not_compared()
    {
        campaign = await site.OpenCampaignAsync(CampaignPurpose.Pilot);

        Shown page = await CompareAsync(await FinishAsync("Amara", 2, 2, 2, 2), await FinishAsync("Bo", 3, 3, 3, 3));

        Assert.Contains("Scores of a pilot are not shown", page.Words);
        Assert.Empty(page.Document.QuerySelectorAll("svg[role=img], td.score, table.compare"));
    }

    private async Task<Guid> FinishAsync(string name, params int[] ratings)
    {
        await site.FinishAsync(campaign, name, ratings);
        Guid open = campaign;
        return await site.ReadAsync(db => (
            from i in db.Invitations join c in db.Candidates on i.CandidateId equals c.Id where c.Name == name && i.CampaignId == open select i.Id).SingleAsync());
    }

    private Task<Shown> CompareAsync(params Guid[] people) => recruiter.OpenAsync($"/campaigns/{campaign}/compare?{string.Join('&', people.Select(p => $"c={p}"))}");
}
