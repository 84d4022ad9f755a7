using System.Globalization;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Services;
using Microsoft.Extensions.DependencyInjection;

namespace EqAssess.Testing.Content;

/// <summary>Attempts that were handed in, written in one transaction: for tests that need many.</summary>
public sealed class FinishedAttempts(TestSite site, SampleCampaign sample)
{
    /// <summary>Of the order among equal scores.</summary>
    public const int Seed = 7;

    private int people;

    /// <summary>The instant at which the next attempt starts.</summary>
    public DateTimeOffset StartedAt { get; set; } = TestSite.Start.AddDays(-3);

    /// <summary>
    /// Adds people whose ratings are the key plus an error that grows with their number, so that persons differ and items agree.
    /// Seeded: the same call gives the same ratings.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> AddAsync(int count, bool simulated = false, bool timedOut = false, int seed = 1)
    {
        var random = new Random(seed);
        List<string?[]> responses = [.. Enumerable.Range(0, count).Select(person => sample.Items
            .Select((_, item) => (string?)RatingsNear(item + 1, 0.3 + (1.5 * person / count), random)).ToArray())];
        return await AddAsync(responses, simulated, timedOut);
    }

    /// <summary>Adds one person per array of responses, one response per item; null omits the item.</summary>
    public async Task<IReadOnlyList<Guid>> AddAsync(IReadOnlyList<string?[]> responses, bool simulated = false, bool timedOut = false)
    {
        var added = new List<Guid>();
        await site.DoAsync(async (IServiceProvider services) =>
        {
            EqAssessDb db = services.GetRequiredService<EqAssessDb>();
            foreach (string?[] own in responses)
            {
                Guid candidate = AddCandidate(db, simulated);
                added.Add(Add(db, candidate, sample.Campaign, own, simulated, timedOut));
            }

            await db.SaveChangesAsync();
        });
        return added;
    }

    /// <summary>Adds a further attempt of somebody in another campaign with the same form.</summary>
    public async Task<Guid> AddAgainAsync(Guid candidate, Guid campaign, string?[] responses)
    {
        var attempt = Guid.Empty;
        await site.DoAsync(async (IServiceProvider services) =>
        {
            EqAssessDb db = services.GetRequiredService<EqAssessDb>();
            attempt = Add(db, candidate, campaign, responses, simulated: false, timedOut: false);
            await db.SaveChangesAsync();
        });
        return attempt;
    }

    /// <summary>Ratings of one item: the sample key plus a normal error, rounded to the scale.</summary>
    public static string RatingsNear(int item, double spread, Random random) => string.Join(';', Enumerable.Range(0, 4).Select(option =>
    {
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int rating = (int)Math.Clamp(Math.Round(SampleBank.KeyOf(item, option) + (spread * normal)), 1, 4);
        return string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + option)}={rating}");
    }));

    private Guid AddCandidate(EqAssessDb db, bool simulated)
    {
        string email = $"person-{++people}-{Guid.NewGuid():N}@example.test";
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(), Name = $"Person {people}", Email = email, NormalizedEmail = email.ToUpperInvariant(), Simulated = simulated, CreatedAt = StartedAt,
        };
        db.Candidates.Add(candidate);
        return candidate.Id;
    }

    private Guid Add(EqAssessDb db, Guid candidate, Guid campaign, string?[] responses, bool simulated, bool timedOut)
    {
        var id = Guid.CreateVersion7();
        var invitation = new InvitationRow
        {
            Id = id, CampaignId = campaign, CandidateId = candidate, Simulated = simulated, CreatedAt = StartedAt, Draw = CampaignPlans.DrawOf(Seed, id),
        };
        var row = new AttemptRow
        {
            Id = Guid.CreateVersion7(),
            InvitationId = invitation.Id,
            FormVersionId = sample.Form,
            Simulated = simulated,
            StartedAt = StartedAt,
            Deadline = StartedAt,
            LastMoment = StartedAt,
        };
        db.Invitations.Add(invitation);
        EventsOf(responses, timedOut)
            .Aggregate(AttemptAppend.Begin(row), (append, happened) => append.With(happened, Guid.CreateVersion7(), row.Id, happened.At))
            .StageIn(db);
        return row.Id;
    }

    private IEnumerable<AttemptEvent> EventsOf(string?[] responses, bool timedOut)
    {
        yield return new AttemptEvent.Started(StartedAt, 1200, 30);
        foreach ((int index, string? response) in responses.Index())
        {
            yield return new AttemptEvent.Presented(StartedAt.AddSeconds((60 * index) + 1), sample.Items[index]);
            if (response is not null)
            {
                yield return new AttemptEvent.Answered(StartedAt.AddSeconds((60 * index) + 30), sample.Items[index], response);
            }
        }

        yield return timedOut ? new AttemptEvent.Expired(StartedAt.AddSeconds(1200)) : new AttemptEvent.Submitted(StartedAt.AddSeconds(1000));
    }
}
