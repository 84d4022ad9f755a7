using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;
using EqAssess.Testing.Content;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Benchmarks;

/// <summary>Campaigns full of people who are scored, written straight into a database: what a list and a comparison have to find their way through.</summary>
internal sealed class DeskLoad(EqAssessDb db)
{
    public const string Email = "recruiter@desk.example.test";
    public const string Password = "four unrelated words stand here";
    private const int Sheets = 40;
    private static readonly DateTimeOffset At = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Random random = new(20261122);
    private int people;

    /// <summary>Number of the person before the first.</summary>
    public int First { init => people = value; }

    public async Task AddRecruiterAsync()
    {
        var staff = new StaffMember
        {
            Id = Guid.CreateVersion7(), DisplayName = "Recruiter", UserName = Email, NormalizedUserName = Email.ToUpperInvariant(), Email = Email, NormalizedEmail = Email.ToUpperInvariant(),
            EmailConfirmed = true, SecurityStamp = $"{Guid.NewGuid()}",
        };
        staff.PasswordHash = new PasswordHasher<StaffMember>().HashPassword(staff, Password);
        db.Users.Add(staff);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = staff.Id, RoleId = await db.Roles.Where(r => r.Name == Roles.Recruiter).Select(r => r.Id).SingleAsync() });
        await db.SaveChangesAsync();
    }

    /// <summary>A blind hiring campaign. One person in ten has a decision, one in fifty asks that somebody looks again.</summary>
    public async Task<Guid> AddCampaignAsync(int count)
    {
        ScoringPlanRow plan = await db.ScoringPlans.AsNoTracking().OrderBy(p => p.Number).FirstAsync();
        ScoringPlan content = PlanJson.ReadPlan(plan.Content);
        ScoreSheet[] sheets = [.. Enumerable.Range(0, Sheets).Select(i => SheetOf(content, 0.2 + (2.0 * i / Sheets)))];
        CampaignRow campaign = CampaignOf(plan);
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (int done = 0; done < count; done++)
        {
            AddPerson(campaign, plan, sheets[random.Next(Sheets)]);
            if (done % 1000 == 999 || done == count - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        return campaign.Id;
    }

    private void AddPerson(CampaignRow campaign, ScoringPlanRow plan, ScoreSheet sheet)
    {
        (Guid candidate, Guid invitation, Guid attempt, Guid run) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.NewGuid(), Guid.NewGuid());
        string email = $"person-{++people}@example.test";
        db.Candidates.Add(new CandidateRow { Id = candidate, Name = $"Person {people}", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = false, CreatedAt = At });
        db.Invitations.Add(new InvitationRow
        {
            Id = invitation, CampaignId = campaign.Id, CandidateId = candidate, Simulated = false, CreatedAt = At, Draw = CampaignPlans.DrawOf(campaign.Seed, invitation),
        });
        db.Attempts.Add(new AttemptRow
        {
            Id = attempt, InvitationId = invitation, FormVersionId = campaign.FormVersionId, Simulated = false, StartedAt = At, Deadline = At, LastMoment = At, ClosedAt = At,
        });
        db.ScoreRuns.Add(new ScoreRun
        {
            Id = run, AttemptId = attempt, PlanId = plan.Id, KeyVersionId = plan.KeyVersionId, EngineVersion = Scorer.EngineVersion, ResponsesSha256 = sheet.ResponsesSha256,
            Percent = sheet.Total.Percent, Sheet = PlanJson.Write(sheet), ScoredAt = At,
        });
        db.AnswerPatterns.Add(new AnswerPatternRow { AttemptId = attempt, FormVersionId = campaign.FormVersionId, Counts = true, Ends = random.NextDouble(), Flagged = people % 40 == 0 });
        if (people % 10 == 0)
        {
            db.Decisions.Add(new DecisionRow { InvitationId = invitation, Number = 1, Outcome = DecisionOutcome.Reserve, StaffId = Guid.NewGuid(), DecidedAt = At, ScoreRunId = run });
        }

        if (people % 50 == 0)
        {
            db.CandidateRequests.Add(new CandidateRequest
            {
                Id = Guid.CreateVersion7(), InvitationId = invitation, Kind = CandidateRequestKind.LookAgain, AskedAt = At, DueOn = new DateOnly(2026, 11, 9), Text = "Please look.",
            });
        }
    }

    private ScoreSheet SheetOf(ScoringPlan plan, double spread) => Scorer.Score(
        plan, new ResponseSet([.. plan.Items.Select((item, i) => new ItemResponse(item.ItemVersion, Presented: true, FinishedAttempts.RatingsNear(i + 1, spread, random)))]));

    private static CampaignRow CampaignOf(ScoringPlanRow plan) => new()
    {
        Id = Guid.CreateVersion7(), JobTitle = "Customer care advisor", FormVersionId = plan.FormVersionId, Purpose = CampaignPurpose.Hiring, TimeZone = "Etc/UTC",
        OpensOn = new DateOnly(2026, 11, 1), ClosesOn = new DateOnly(2036, 11, 30), OpensAt = At, ClosesAt = At.AddYears(10), Contact = "hiring@example.test", RetentionMonths = 6, Seed = 7,
        CreatedAt = At, Demonstration = false, PlanId = plan.Id, SharedWithAll = true, Blind = true,
    };
}
