using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EqAssess.Web.Tests.Services;

/// <summary>Nobody is rejected by a rule, by a job, or together with others: decisions come from one handler, one by one, from a person.</summary>
public sealed class NothingDecidesByItselfTests
{
    private const string Handler = "Pages/Results/Person.cshtml.cs";

    [Fact]
    public void Decisions_are_written_in_two_places_and_only_one_of_them_takes_a_person_s_decision()
    {
        string[] writers = [.. Sources().Where(f => Text(f).Contains("new DecisionRow", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] askers = [.. Sources().Where(f => Text(f).Contains(".DecideAsync(", StringComparison.Ordinal) && Text(f).Contains("NewDecision(", StringComparison.Ordinal))];

        Assert.Equal(["Services/DecisionService.cs", "Services/Reopenings.cs"], writers);
        Assert.Equal([Handler], askers);
        Assert.Contains("Outcome = DecisionOutcome.Reopened, StaffId = null", Text("Services/Reopenings.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(Sources(), f => Text(f).Contains("INTO decision", StringComparison.OrdinalIgnoreCase) || Text(f).Contains("Decisions.AddRange", StringComparison.Ordinal));
    }

    [Fact]
    public void The_service_takes_one_application_and_one_member_of_staff_at_a_time()
    {
        Assert.Equal(typeof(Guid), typeof(NewDecision).GetProperty(nameof(NewDecision.Invitation))!.PropertyType);
        Assert.Equal(typeof(Guid), typeof(NewDecision).GetProperty(nameof(NewDecision.Staff))!.PropertyType);
        Assert.Single(typeof(DecisionService).GetMethods(), m => m.GetParameters().Any(p => p.ParameterType == typeof(NewDecision)));
        Assert.DoesNotContain(typeof(DecisionService).GetMethods().SelectMany(m => m.GetParameters()), p => typeof(IEnumerable<NewDecision>).IsAssignableFrom(p.ParameterType));
    }

    /// <summary>The worst and the best score, late, overdue and closed: jobs run for months and decide nothing.</summary>
    [Fact]
    public async Task All_jobs_together_run_until_after_the_campaign_and_decide_nothing()
    {
        await using TestSite site = await TestSite.CreateAsync();
        Desk desk = await Desk.OfAsync(site, 5);
        await new FinishedAttempts(site, desk.Sample).AddAsync([[null, null, null, null]]);
        await site.InviteAsync(desk.Sample.Campaign, "never-came");
        CampaignRow campaign = await desk.CampaignAsync();
        Guid asked = (await desk.PeopleAsync())[0];
        await site.AskAsync((CandidateRequests r) => r.AskAsync(asked, campaign, CandidateRequestKind.LookAgain, "Please look."));

        foreach (int days in (int[])[0, 5, 11, 40])
        {
            site.Time.Instant = TestSite.Start.AddDays(days);
            await RunAllAsync(site);
        }

        Assert.Equal(0, await site.ReadAsync(db => db.Decisions.CountAsync()));
    }

    private static Task RunAllAsync(TestSite site) => site.DoAsync(async (IServiceProvider services) =>
    {
        foreach (Job job in JobCatalogue.All.Where(j => j is not (SendMessages or DrawReports)))
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            await job.RunAsync(scope.ServiceProvider, CancellationToken.None);
        }
    });

    private static string Web => Path.Combine(SourceTree.Root, "src", "EqAssess.Web");

    private static string Text(string file) => File.ReadAllText(Path.Combine(Web, file));

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Web, "*.cs*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Web, f).Replace('\\', '/')).Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal));
}
