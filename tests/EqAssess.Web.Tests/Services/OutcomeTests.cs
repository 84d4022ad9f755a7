using System.Globalization;
using EqAssess.Data.Tables;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Testing.Databases;
using EqAssess.Web.Jobs;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Services;

/// <summary>Outcomes at work: taken in row by row, correlated among real people alone, and gone with the person.</summary>
public sealed class OutcomeTests
{
    private const string Day = "2026-11-22";

    [Theory]
    [OnEachEngine]
    public async Task Every_row_of_a_list_says_what_becomes_of_it_and_only_the_ready_ones_are_stored(string engine)
    {
        await using TestSite site = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await site.AddCampaignAsync();
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(2);
        await attempts.AddAsync(1, simulated: true, seed: 2);
        List<(string Code, string Email)> people = await PeopleAsync(site);
        string list = $"""
            Measure;Candidate;Value;Date
            QA score;{people[0].Code};87,5;{Day}
            csat;{people[1].Email.ToUpperInvariant()};91%;{Day}
            csat;{people[1].Code};91;{Day}
            attrition;{people[0].Code};2;{Day}
            FCR;{people[0].Code};70;22/11/2026
            tenure;{people[0].Code};70;{Day}
            FCR;nobody@example.test;70;{Day}
            FCR;{people[2].Code};70;{Day}
            FCR;{people[0].Code};70;2026-11-01
            FCR;{people[0].Code};70;2026-12-01
            FCR;;70;{Day}
            FCR;{people[0].Code}
            """;

        IReadOnlyList<OutcomeChecked> looked = await LookAsync(site, sample, list);
        int none = await site.ReadAsync(db => db.Outcomes.CountAsync());
        int stored = await site.AskAsync((OutcomeImports i) => i.ImportAsync(sample.Form, list, null, CancellationToken.None));
        IReadOnlyList<OutcomeChecked> again = await LookAsync(site, sample, list.Replace("87,5", "86", StringComparison.Ordinal));

        Assert.Equal(
            [
                "Ready", "Ready", "TwiceInList", "BadValue", "BadDay", "UnknownMeasure", "UnknownCandidate", "Simulated", "BeforeTheTest", "InTheFuture", "NoCandidate", "Broken",
            ],
            looked.Select(l => l.Line.Problem?.ToString() ?? l.Result.ToString()));
        Assert.Equal((0, 2), (none, stored));
        Assert.Equal([OutcomeResult.Contradicts, OutcomeResult.AlreadyThere], again.Take(2).Select(l => l.Result));
        Assert.Equal([87.5, 91], await site.ReadAsync(db => db.Outcomes.OrderBy(o => o.Value).Select(o => o.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_correlation_stands_from_fifty_people_on_with_its_limits_and_the_simulated_never_count()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync(8);
        var attempts = new FinishedAttempts(site, sample);
        await attempts.AddAsync(120);
        await attempts.AddAsync(30, simulated: true, seed: 2);
        await ScoreAllAsync(site);
        List<(Guid Invitation, double Percent)> scored = await ScoredAsync(site);

        await AddAsync(site, scored.Take(49));
        ValidityRow few = (await TableAsync(site, sample)).Rows.Single();
        await AddAsync(site, scored.Skip(49).Take(31));
        ValidityTable table = await TableAsync(site, sample, (OutcomeMeasure.QaScore, 0.5));

        ValidityRow row = table.Rows.Single();
        double expected = Pearson.Correlation([.. scored.Take(80).Select(s => s.Percent)], [.. scored.Take(80).Select((s, i) => QaOf(s.Percent, i))]).OrNull!.Value;
        Assert.Equal(NoEstimate.InsufficientData, few.Study.Correlation.MissingBecause);
        Assert.Equal((120, 80), (table.People, row.Study.Persons));
        Assert.Equal(expected, row.Study.Correlation.OrNull!.Value, 1e-12);
        Assert.True(row.Study.Lower.OrNull < expected && expected < row.Study.Upper.OrNull);
        Assert.Equal(new DateOnly(2031, 11, 22), row.ExpiresOn);
        Assert.Equal(0.5, row.Reliability);
    }

    [Fact]
    public async Task Outcomes_go_with_the_person()
    {
        await using TestSite site = await TestSite.CreateAsync();
        SampleCampaign sample = await site.AddCampaignAsync();
        await new FinishedAttempts(site, sample).AddAsync(2);
        List<(string Code, string Email)> people = await PeopleAsync(site);
        foreach ((string code, string _) in people)
        {
            await site.AskAsync((OutcomeImports i) => i.ImportAsync(sample.Form, $"{code},csat,80,{Day}", null, CancellationToken.None));
        }

        Guid first = await site.ReadAsync(db => db.Candidates.OrderBy(c => c.Name).Select(c => c.Id).FirstAsync());
        await site.AskAsync((PersonalRows rows) => rows.RemoveAsync(first, actor: null, again: false, CancellationToken.None));

        Guid left = await site.ReadAsync(db => db.Outcomes.Join(db.Invitations, o => o.InvitationId, i => i.Id, (o, i) => i.CandidateId).SingleAsync());
        Assert.NotEqual(first, left);
        Assert.Empty(await site.AskAsync((PersonalRows rows) => rows.LateAsync(CancellationToken.None)));
    }

    /// <summary>By the order of their names.</summary>
    private static async Task<List<(string Code, string Email)>> PeopleAsync(TestSite site) =>
        [.. (await site.ReadAsync(db => db.Invitations.Join(db.Candidates, i => i.CandidateId, c => c.Id, (i, c) => new { i.Id, c.Email, c.Name }).OrderBy(p => p.Name).ToListAsync()))
            .Select(p => (CandidateCode.Of(p.Id), p.Email))];

    private static async Task<List<(Guid Invitation, double Percent)>> ScoredAsync(TestSite site) =>
        [.. (await site.ReadAsync(db => db.ScoreRuns.Join(db.Attempts, r => r.AttemptId, a => a.Id, (r, a) => new { a.InvitationId, r.Percent, a.Simulated }).Where(r => !r.Simulated)
            .OrderBy(r => r.InvitationId).ToListAsync())).Select(r => (r.InvitationId, r.Percent!.Value))];

    private static double QaOf(double percent, int place) => (percent / 2) + (place % 7);

    private static async Task AddAsync(TestSite site, IEnumerable<(Guid Invitation, double Percent)> people)
    {
        int before = await site.ReadAsync(db => db.Outcomes.CountAsync());
        await site.ReadAsync(db =>
        {
            db.Outcomes.AddRange(people.Select((p, i) => new OutcomeRow
            {
                InvitationId = p.Invitation, Measure = OutcomeMeasure.QaScore, MeasuredOn = DateOnly.Parse(Day, CultureInfo.InvariantCulture), Value = QaOf(p.Percent, before + i), ImportedAt = TestSite.Start, ImportedBy = null,
            }));
            return db.SaveChangesAsync();
        });
    }

    private static Task<IReadOnlyList<OutcomeChecked>> LookAsync(TestSite site, SampleCampaign sample, string list) =>
        site.AskAsync((OutcomeImports i) => i.LookAsync(sample.Form, list, CancellationToken.None));

    private static async Task<ValidityTable> TableAsync(TestSite site, SampleCampaign sample, params (OutcomeMeasure Measure, double Value)[] said) =>
        (await site.AskAsync((ValidityTables t) => t.OfAsync(sample.Form, said.ToDictionary(s => s.Measure, s => s.Value), CancellationToken.None)))!;

    private static async Task ScoreAllAsync(TestSite site)
    {
        while (await site.RunAsync<ScoreAttempts>() > 0)
        {
        }
    }
}
