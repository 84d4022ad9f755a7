using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Testing;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace EqAssess.Web.Tests.Data;

/// <summary>The SQL for SQL Server, held against files that somebody has looked at (<c>Approved/README.md</c>).</summary>
public sealed class ApprovedSqlTests
{
    private static readonly HandSetTime Time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private static readonly Guid Some = new("11111111-1111-7111-8111-111111111111");
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void The_schema_is_the_approved_one()
    {
        using EqAssessDb db = new UnansweredDatabase().Open();

        Approve("sqlserver-schema.sql", db.Database.GenerateCreateScript());
    }

    [Fact]
    public async Task The_queries_that_are_put_most_often_are_the_approved_ones()
    {
        var text = new System.Text.StringBuilder();
        int queries = 0;
        foreach ((string name, Func<EqAssessDb, Task> ask) in Queries())
        {
            var database = new UnansweredDatabase();
            await using (EqAssessDb db = database.Open())
            {
                await ask(db);
            }

            Assert.NotEmpty(database.Asked);
            queries += database.Asked.Count;
            text.Append($"-- {name}\n{string.Join("\n\n", database.Asked)}\n\n");
        }

        Assert.True(queries >= 20, $"only {queries} queries were put");
        Approve("sqlserver-queries.sql", text.ToString());
    }

    private static IEnumerable<(string Name, Func<EqAssessDb, Task> Ask)> Queries()
    {
        yield return ("the log of an attempt", db => new AttemptLedger(db, new AttemptHeads(), null!).ReadAsync(Some, None));
        yield return ("attempts to score", db => Scoring(db).DueAsync(500, None));
        yield return ("the list of results", db => List(db).SliceAsync(Campaign, Some, hidden: false, new ResultsQuery(), Some, None));
        yield return ("the list of results, filtered", db => List(db).SliceAsync(
            Campaign, Some, hidden: false, new ResultsQuery { Words = "ama", State = Progress.Scored, Decision = DecisionFilter.Open, Flag = ResultsFlag.Request, Order = ResultsOrder.Name }, Some, None));
        yield return ("names that a reader may see", db => new Identities(db, new StaffWords(), Time).OfAsync(Campaign, Some, [Some], None));
        yield return ("decisions on an application", db => new DecisionRecord(db).OfAsync(Some, None));
        yield return ("notes", db => new CaseNotes(db, Time).OfAsync([Some], None));
        yield return ("interview scores", db => new InterviewScores(db, Time).OfAsync([Some], Some, mayGive: true, None));
        yield return ("score runs of a report", db => new ReportedRuns(db, null!).FindAsync([Some], Some, None));
        yield return ("reports to draw", db => new ReportDrawing(db, null!, null!, Time, NullLogger<ReportDrawing>.Instance).DueAsync(10, None));
        yield return ("batches of reports", db => new ReportBatches(db, null!, null!, null!, Time).OfAsync(Some, Some, 20, None));
        yield return ("answer patterns to describe", db => new AnswerPatterns(db, null!, null!).DueAsync(200, None));
        yield return ("answer patterns", db => new AnswerPatterns(db, null!, null!).OfAsync([Some], None));
        yield return ("invitations of a campaign", db => new InvitationList(db).PageAsync(Some, default, "ama", 1, None));
        yield return ("campaigns by state", db => new CampaignNeeds(db, Time).CountsAsync(db.Campaigns, None));
        yield return ("new results", db => new CampaignNeeds(db, Time).NewResultsAsync(db.Campaigns, Some, None));
        yield return ("people without a decision", db => new CampaignNeeds(db, Time).UndecidedAsync(db.Campaigns, None));
        yield return ("invitations about to expire", db => new CampaignNeeds(db, Time).ExpiringAsync(db.Campaigns, None));
        yield return ("messages that did not arrive", db => new CampaignNeeds(db, Time).UndeliveredAsync(db.Campaigns, None));
        yield return ("kept views", db => new SavedViews(db, Time).OfAsync(Some, None));
    }

    private static CampaignRow Campaign { get; } = new()
    {
        Id = Some,
        JobTitle = "Advisor",
        FormVersionId = Some,
        Purpose = CampaignPurpose.Hiring,
        TimeZone = "Europe/London",
        OpensOn = new DateOnly(2026, 11, 1),
        ClosesOn = new DateOnly(2026, 12, 1),
        OpensAt = Time.GetUtcNow(),
        ClosesAt = Time.GetUtcNow(),
        Contact = "hiring@example.test",
        RetentionMonths = 6,
        Seed = 1,
        CreatedAt = Time.GetUtcNow(),
        Demonstration = false,
    };

    private static ScoringService Scoring(EqAssessDb db) => new(db, null!, Time);

    private static ResultsList List(EqAssessDb db) => new(db, new Identities(db, new StaffWords(), Time));

    private static void Approve(string file, string got)
    {
        string path = Path.Combine(SourceTree.Root, "tests", "EqAssess.Web.Tests", "Data", "Approved", file);
        string text = got.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("EQASSESS_APPROVE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no {file}: look at README.md beside it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
