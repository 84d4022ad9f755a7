using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages.Insights;

/// <summary>
/// A site on which 1,500 made-up people took a form of twelve scenarios, with a miskeyed scenario, one that works otherwise for a group, and
/// rapid guessers planted; beside them some who must not count. Made once for all tests, which only read it.
/// </summary>
public sealed class CohortSite : IAsyncLifetime
{
    public const int People = 1500;
    public const int Simulated = 40;
    public const int TimedOut = 30;
    public const int Retests = 12;
    public const int Withdrawn = 8;

    private const int Scenarios = 12;

    public SiteFactory Site { get; private set; } = null!;

    public Guid Bank { get; private set; }

    public Guid Form { get; private set; }

    public Guid Campaign { get; private set; }

    public ScoringPlan Plan { get; private set; } = null!;

    public Cohort Cohort { get; private set; } = null!;

    /// <summary>How long the job took that worked everything out, with reading.</summary>
    public TimeSpan Took { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Site = await SiteFactory.StartAsync();
        (Bank, Form) = await ImportAsync();
        Campaign = await Site.OpenCampaignAsync(form: Form);
        Plan = await Site.AskAsync((ScoringService s) => s.CurrentPlanAsync(Form, CancellationToken.None));
        await Site.ReadAsync(async db =>
        {
            Cohort = new Cohort(db, Plan, Campaign);
            await Cohort.AddAsync(People);
            await Cohort.AddAsync(Simulated, simulated: true);
            await Cohort.AddAsync(TimedOut, timedOut: true);
            return 0;
        });
        await SpoilAsync();
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        await Site.RunAsync<RefreshStatistics>();
        Took = System.Diagnostics.Stopwatch.GetElapsedTime(from);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public Task<Browser> SignInAsync(string role = Roles.Psychologist) => Site.SignInAsync(role);

    /// <summary>The newest statistics of the form.</summary>
    public async Task<(Guid Id, Insight Insight)> NewestAsync()
    {
        DrawnInsight drawn = (await Site.AskAsync((InsightService s) => s.NewestAsync(InsightScope.OfForm(Form), CancellationToken.None)))!;
        return (drawn.Row.Id, InsightJson.ReadInsight(drawn.Row.Content));
    }

    /// <summary>Some of the people withdraw, and the second attempt of others is merged with their first.</summary>
    private Task<int> SpoilAsync() => Site.ReadAsync(async db =>
    {
        List<Guid> invitations = await db.Attempts.Where(a => a.FormVersionId == Form && !a.Simulated && !a.TimedOut).OrderBy(a => a.Id)
            .Select(a => a.InvitationId).Take(Withdrawn + (2 * Retests)).ToListAsync();
        await db.Invitations.Where(i => invitations.Take(Withdrawn).Contains(i.Id)).ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, Site.Time.Instant));
        List<InvitationRow> pairs = await db.Invitations.AsNoTracking().Where(i => invitations.Skip(Withdrawn).Contains(i.Id)).OrderBy(i => i.Id).ToListAsync();
        for (int i = 0; i < Retests; i++)
        {
            Guid main = pairs[2 * i].CandidateId;
            Guid other = pairs[(2 * i) + 1].CandidateId;
            await db.Candidates.Where(c => c.Id == other).ExecuteUpdateAsync(s => s.SetProperty(c => c.MergedIntoId, main));
        }

        return 0;
    });

    private async Task<(Guid Bank, Guid Form)> ImportAsync()
    {
        string folder = SampleBank.Write(Path.Combine(Site.Folder, "cohort-bank"), Scenarios);
        string head = Path.Combine(folder, "bank.yaml");
        await File.WriteAllTextAsync(head, (await File.ReadAllTextAsync(head)).Replace("id: sample-bank", "id: cohort-bank", StringComparison.Ordinal));
        IReadOnlyList<BankImportResult> results = await Site.AskAsync((BankImport import) => import.ImportAsync(folder, CancellationToken.None));
        Assert.All(results, r => Assert.True(r.Imported, string.Join('\n', r.Problems)));
        Guid bank = await Site.ReadAsync(db => db.Banks.Where(b => b.Slug == "cohort-bank").Select(b => b.Id).SingleAsync());
        return (bank, await PublishAsync(bank, "Cohort form", Scenarios));
    }

    /// <summary>Another form of the bank's first live items.</summary>
    public async Task<Guid> PublishAsync(Guid bank, string title, int scenarios)
    {
        IReadOnlyList<BankItem> items = await Site.AskAsync((BankLibrary library) => library.ItemsAsync(bank, CancellationToken.None));
        var form = new NewForm
        {
            Bank = bank,
            Title = title,
            TimeLimit = TimeSpan.FromMinutes(30),
            Items = [.. items.Where(i => i.Item.Use == Domain.Banks.ItemUse.Live).OrderBy(i => i.Item.Id, StringComparer.Ordinal).Select(i => i.Version).Take(scenarios)],
            PublishedBy = null,
        };
        FormPublished published = await Site.AskAsync((FormPublishing forms) => forms.PublishAsync(form, CancellationToken.None));
        return published.FormVersion ?? throw new InvalidOperationException(string.Join('\n', published.Problems));
    }
}

[CollectionDefinition(nameof(CohortSite))]
public sealed class CohortSiteTests : ICollectionFixture<CohortSite>;
