using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Makes candidates up, each with a skill θ ~ N(0, 1) by which they answer (<see cref="SimulatedResponse"/>). Seeded, so that every
/// demonstration is the same. They stand for nobody and count in no statistic.
/// </summary>
public sealed class SimulatedCandidates(EqAssessDb db, FormLibrary forms, ScoringService scoring, CampaignPlans plans, TimeProvider time)
{
    private const int Seed = 20261122;
    private const int GraceSeconds = 30;

    private static readonly string[] GivenNames =
    [
        "Amara", "Bo", "Carmen", "Dilan", "Eira", "Farid", "Grace", "Hiro", "Inés", "Jonas", "Kavita", "Luca", "Mei", "Nadia", "Oluwaseun", "Petra",
        "Quentin", "Rosa", "Sami", "Tove", "Uri", "Violeta", "Wanjiru", "Ximena", "Yusuf", "Zofia",
    ];

    private static readonly string[] FamilyNames =
    [
        "Okafor", "Lind", "Reyes", "Aydin", "Pritchard", "Haddad", "Mensah", "Tanaka", "Soto", "Brandt", "Rao", "Ferrari", "Chen", "Karim", "Novak",
        "Dubois", "Silva", "Nygaard", "Levi", "Kimani", "Kowalska",
    ];

    public async Task AddAsync(Guid campaign, Guid formVersion, int count, CancellationToken cancellationToken)
    {
        FormVersion form = await forms.GetAsync(formVersion, cancellationToken);
        ScoringPlan plan = await scoring.CurrentPlanAsync(formVersion, cancellationToken);
        await plans.PinAsync(campaign, cancellationToken);
        int seed = await db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Seed).SingleAsync(cancellationToken);
        var random = new Random(Seed);
        DateTimeOffset now = time.Now;
        for (int i = 0; i < count; i++)
        {
            Guid invitation = AddInvitation(campaign, seed, i, now);

            // The last two have not started; the two before them ran out of time.
            if (i < count - 2)
            {
                DateTimeOffset start = now.AddDays(-8).AddMinutes(Math.Floor(random.NextDouble() * 7 * 24 * 60));
                AddAttempt(form, plan, invitation, start, i >= count - 4, random);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private Guid AddInvitation(Guid campaign, int seed, int number, DateTimeOffset now)
    {
        string name = $"{GivenNames[number % GivenNames.Length]} {FamilyNames[(number * 5) % FamilyNames.Length]}";
        string email = $"simulated-{number + 1}@example.invalid";
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = name, Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = true, CreatedAt = now.AddDays(-10),
        };
        var id = Guid.CreateVersion7();
        var invitation = new InvitationRow
        {
            Id = id, CampaignId = campaign, CandidateId = candidate.Id, Simulated = true, CreatedAt = now.AddDays(-10), Draw = CampaignPlans.DrawOf(seed, id),
        };
        db.Candidates.Add(candidate);
        db.Invitations.Add(invitation);
        return invitation.Id;
    }

    private void AddAttempt(FormVersion form, ScoringPlan plan, Guid invitation, DateTimeOffset start, bool runsOut, Random random)
    {
        var writer = Guid.CreateVersion7();
        var row = new AttemptRow
        {
            Id = Guid.NewGuid(),
            InvitationId = invitation,
            FormVersionId = form.Id,
            Simulated = true,
            StartedAt = start,
            Deadline = start,
            LastMoment = start,
        };
        EventsOf(form, plan, start, runsOut, random)
            .Aggregate(AttemptAppend.Begin(row), (append, happened) => append.With(happened, Guid.CreateVersion7(), writer, happened.At))
            .StageIn(db);
    }

    private static IEnumerable<AttemptEvent> EventsOf(FormVersion form, ScoringPlan plan, DateTimeOffset start, bool runsOut, Random random)
    {
        double skill = SimulatedResponse.Normal(random);
        yield return new AttemptEvent.Started(start, (int)form.TimeLimit.TotalSeconds, GraceSeconds);
        DateTimeOffset at = start;
        int reached = runsOut ? form.Items.Count * 3 / 4 : form.Items.Count;
        foreach (FormItem item in form.Items.Take(reached))
        {
            at = at.AddSeconds(3);
            yield return new AttemptEvent.Presented(at, item.Version);
            at = at.AddSeconds(40 + random.Next(60));
            yield return new AttemptEvent.Answered(at, item.Version, SimulatedResponse.To(item, plan, skill, random));
        }

        yield return runsOut ? new AttemptEvent.Expired(start + form.TimeLimit) : new AttemptEvent.Submitted(at.AddSeconds(20));
    }
}
