using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Scoring;

namespace EqAssess.Testing.Content;

/// <summary>
/// Many made-up people who took a form of rate-each scenarios, written as ordinary rows that are not marked as simulated, with faults planted
/// that statistics must find. Seeded: the same call makes the same answers. Only for throw-away databases.
/// </summary>
public sealed class Cohort(EqAssessDb db, ScoringPlan plan, Guid campaign)
{
    private const int Seed = 20_261_122;
    private const int InOneSave = 500;

    private readonly Random random = new(Seed);

    /// <summary>Place, from 0, of the scenario that everybody reads the other way round than the key: it is miskeyed.</summary>
    public int Miskeyed { get; init; } = 5;

    /// <summary>Place of the scenario on which the focal group does worse than others of the same skill.</summary>
    public int Differential { get; init; } = 8;

    /// <summary>One person in so many answers at random within two seconds; 0 for nobody.</summary>
    public int RapidEvery { get; init; } = 16;

    /// <summary>The months run back from here.</summary>
    public DateTimeOffset Last { get; init; } = TestSite.Start.AddDays(-3);

    public int Months { get; init; } = 4;

    /// <summary>Attempts of the focal group: every second person.</summary>
    public List<Guid> Focal { get; } = [];

    /// <summary>Attempts of the others.</summary>
    public List<Guid> Reference { get; } = [];

    public List<Guid> Rapid { get; } = [];

    /// <summary>Adds people whose first attempt it is.</summary>
    /// <param name="simulated">Marked as made by the demonstration.</param>
    /// <param name="timedOut">Their time ends before the last two scenarios.</param>
    public async Task AddAsync(int people, bool simulated = false, bool timedOut = false)
    {
        for (int i = 0; i < people; i++)
        {
            bool rapid = !simulated && !timedOut && RapidEvery > 0 && i % RapidEvery == RapidEvery - 1;
            DateTimeOffset start = Last.AddMonths(-(i % Months)).AddMinutes(-random.Next(10_000));
            Guid attempt = Add(start, focal: i % 2 == 1, rapid, simulated, timedOut);
            if (!simulated && !timedOut)
            {
                (i % 2 == 1 ? Focal : Reference).Add(attempt);
                if (rapid)
                {
                    Rapid.Add(attempt);
                }
            }

            if (i % InOneSave == InOneSave - 1)
            {
                await SaveAsync();
            }
        }

        await SaveAsync();
    }

    private async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private Guid Add(DateTimeOffset start, bool focal, bool rapid, bool simulated, bool timedOut)
    {
        var id = Guid.CreateVersion7();
        string email = $"cohort-{id:N}@example.test";
        db.Candidates.Add(new CandidateRow { Id = id, Name = "Cohort", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = simulated, CreatedAt = start });
        var invitation = new InvitationRow { Id = Guid.CreateVersion7(), CampaignId = campaign, CandidateId = id, Simulated = simulated, CreatedAt = start };
        db.Invitations.Add(invitation);
        var row = new AttemptRow
        {
            Id = Guid.CreateVersion7(), InvitationId = invitation.Id, FormVersionId = plan.FormVersion, Simulated = simulated, StartedAt = start, Deadline = start, LastMoment = start,
        };
        EventsOf(start, focal, rapid, timedOut).Aggregate(AttemptAppend.Begin(row), (append, happened) => append.With(happened, Guid.CreateVersion7(), row.Id, happened.At)).StageIn(db);
        return row.Id;
    }

    private IEnumerable<AttemptEvent> EventsOf(DateTimeOffset start, bool focal, bool rapid, bool timedOut)
    {
        double skill = Normal();
        DateTimeOffset at = start;
        yield return new AttemptEvent.Started(start, 1800, 30);
        int reached = timedOut ? plan.Items.Count - 2 : plan.Items.Count;
        for (int place = 0; place < reached; place++)
        {
            PlannedItem item = plan.Items[place];
            at = at.AddSeconds(1);
            yield return new AttemptEvent.Presented(at, item.ItemVersion);
            at = rapid ? at.AddMilliseconds(900 + random.Next(1000)) : at.AddSeconds(Math.Round(35 * Math.Exp(.35 * Normal())) + 6);
            yield return new AttemptEvent.Answered(at, item.ItemVersion, AnswerTo(item, place, skill, focal, rapid));
        }

        yield return timedOut ? new AttemptEvent.Expired(start.AddSeconds(1800)) : new AttemptEvent.Submitted(at.AddSeconds(15));
    }

    private string AnswerTo(PlannedItem item, int place, double skill, bool focal, bool rapid)
    {
        double spread = Math.Clamp(.95 - (.45 * skill), .25, 2.2) + (focal && place == Differential ? .9 : 0);
        return string.Join(';', item.Options.Select(o =>
        {
            double key = place == Miskeyed ? 5 - o.Effectiveness : o.Effectiveness;
            int rating = rapid ? 1 + random.Next(4) : (int)Math.Clamp(Math.Round(key + (spread * Normal())), 1, 4);
            return string.Create(CultureInfo.InvariantCulture, $"{o.Option}={rating}");
        }));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
