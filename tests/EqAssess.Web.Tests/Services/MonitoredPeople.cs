using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EqAssess.Web.Tests.Services;

/// <summary>People who were tested, scored, decided on and asked, written as plain rows: for tests that need very many.</summary>
internal static class MonitoredPeople
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Adds them to a campaign, one after the other; the last ones come last by every order.</summary>
    public static async Task<IReadOnlyList<Guid>> AddAsync(IServiceProvider services, Guid campaign, IReadOnlyList<Monitored> people)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        MonitoringSubjects subjects = services.GetRequiredService<MonitoringSubjects>();
        CampaignRow row = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign);
        ScoringPlan plan = await services.GetRequiredService<CampaignPlans>().OfAsync(row, CancellationToken.None);
        var subjectOf = new Dictionary<Guid, string>();
        var attempts = new List<Guid>();
        foreach (Monitored person in people)
        {
            Guid attempt = Add(db, row, plan, person);
            subjectOf[attempt] = await subjects.OfAsync(attempt, CancellationToken.None);
            attempts.Add(attempt);
            db.MonitoringAnswers.AddRange(person.Answers.Select(a => new MonitoringAnswer
            {
                Id = Guid.NewGuid(), CampaignId = campaign, Subject = subjectOf[attempt], Question = a.Question, Answer = a.Answer,
            }));
        }

        await db.SaveChangesAsync();
        return attempts;
    }

    /// <summary>Women and men of like ability, of whom so many are shortlisted, on a form of so many items; <paramref name="planted"/> is harder for women.</summary>
    public static IReadOnlyList<Monitored> WomenAndMen(int women, int shortlistedWomen, int men, int shortlistedMen, int items = 12, int planted = -1)
    {
        var random = new Random(6);
        return
        [
            .. Enumerable.Range(0, women).Select(i => One(("sex", "female"), i < shortlistedWomen, Credits(random, items, planted))),
            .. Enumerable.Range(0, men).Select(i => One(("sex", "male"), i < shortlistedMen, Credits(random, items, -1))),
        ];
    }

    public static Monitored One((string Question, string Answer) answer, bool shortlisted, params double[] credits) => new([answer], credits, shortlisted);

    /// <summary>Credits of 0, 1/3, 2/3 or 1 that go with one ability.</summary>
    private static double[] Credits(Random random, int items, int planted)
    {
        double able = random.NextDouble() + random.NextDouble() - 1;
        return [.. Enumerable.Range(0, items).Select(item =>
            Math.Clamp(Math.Round(3 * (0.6 + ((able - (item == planted ? 0.9 : 0) + ((random.NextDouble() - 0.5) * 1.6)) / 2))), 0, 3) / 3)];
    }

    private static Guid Add(EqAssessDb db, CampaignRow campaign, ScoringPlan plan, Monitored person)
    {
        var candidate = Guid.CreateVersion7();
        db.Candidates.Add(new CandidateRow
        {
            Id = candidate, Name = $"Person {candidate:N}", Email = $"{candidate:N}@example.test", NormalizedEmail = $"{candidate:N}@EXAMPLE.TEST", Simulated = person.Simulated, CreatedAt = Then,
        });
        var invitation = new InvitationRow { Id = Guid.CreateVersion7(), CampaignId = campaign.Id, CandidateId = candidate, Simulated = person.Simulated, CreatedAt = Then };
        db.Invitations.Add(invitation);
        var attempt = new AttemptRow
        {
            Id = Guid.CreateVersion7(), InvitationId = invitation.Id, FormVersionId = campaign.FormVersionId, Simulated = person.Simulated,
            StartedAt = Then, Deadline = Then.AddMinutes(20), LastMoment = Then.AddMinutes(21), ClosedAt = Then.AddMinutes(15), TimedOut = person.TimedOut,
        };
        db.Attempts.Add(attempt);
        double percent = 100 * person.Credits.Sum() / plan.Items.Count;
        ItemResult[] items = [.. plan.Items.Select((item, i) => new ItemResult.Scored(item.ItemVersion, i < person.Credits.Count ? person.Credits[i] : 0, 1))];
        var sheet = new ScoreSheet(plan.Id, "tests", "", new ScaleScore(ScoringPlan.Total, percent, null, person.Credits.Sum(), plan.Items.Count, plan.Items.Count), [], items, [], null);
        db.ScoreRuns.Add(new ScoreRun
        {
            Id = Guid.CreateVersion7(), AttemptId = attempt.Id, PlanId = plan.Id, KeyVersionId = plan.KeyVersionId, EngineVersion = "tests", ResponsesSha256 = "",
            Percent = percent, Sheet = PlanJson.Write(sheet), ScoredAt = Then.AddMinutes(16),
        });
        db.Decisions.Add(new DecisionRow
        {
            InvitationId = invitation.Id, Number = 1, Outcome = person.Shortlisted ? DecisionOutcome.Shortlist : DecisionOutcome.Reject, StaffId = Guid.NewGuid(), DecidedAt = Then.AddDays(1), ScoreRunId = null,
        });
        return attempt.Id;
    }
}

/// <param name="Credits">0 to 1, of the first items of the form.</param>
internal sealed record Monitored(IReadOnlyList<(string Question, string Answer)> Answers, IReadOnlyList<double> Credits, bool Shortlisted)
{
    public bool TimedOut { get; init; }

    public bool Simulated { get; init; }
}
