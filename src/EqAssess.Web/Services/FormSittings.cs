using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Insights;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Reads all attempts on a form version once. Whoever works out several things of one form in a row reads no row twice.</summary>
public sealed class FormSittings(EqAssessDb db, FormLibrary forms)
{
    private (Guid Form, IReadOnlyList<ReadSitting> Sittings)? last;

    /// <param name="campaign">Only its attempts; null for all.</param>
    /// <param name="items">Item versions of the form, in the order that is wanted.</param>
    public async Task<SittingsRead> OfAsync(Guid form, Guid? campaign, IReadOnlyList<Guid> items, CancellationToken cancellationToken)
    {
        if (last?.Form != form)
        {
            last = (form, await ReadAsync(form, cancellationToken));
        }

        List<Guid> all = [.. (await forms.GetAsync(form, cancellationToken)).CountingVersions];
        int[] places = [.. items.Select(i => all.IndexOf(i))];
        List<ReadSitting> own = [.. last.Value.Sittings.Where(s => campaign is null || s.Test.Campaign == campaign)];
        return new SittingsRead(
            [.. own.Where(s => s.Because is null or LeftOutBecause.TimedOut).Select(s => s.Of(places))],
            [.. own.Where(s => s.Because is not null and not LeftOutBecause.TimedOut).CountBy(s => s.Because!.Value).Select(c => new LeftOutAttempts(c.Key, c.Value))],
            own.Count(s => !s.Test.Simulated && s.Test.ClosedAt is not null));
    }

    /// <summary>Forgets what was read.</summary>
    public void Forget() => last = null;

    private async Task<IReadOnlyList<ReadSitting>> ReadAsync(Guid form, CancellationToken cancellationToken)
    {
        List<TakenTest> tests = await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join person in db.Candidates on invitation.CandidateId equals person.Id
            where attempt.FormVersionId == form
            select new TakenTest(
                attempt.Id, person.MergedIntoId ?? person.Id, invitation.CampaignId, attempt.StartedAt, attempt.ClosedAt, attempt.TimedOut, attempt.Typed,
                attempt.Simulated, invitation.WithdrawnAt != null)).ToListAsync(cancellationToken);
        IReadOnlyDictionary<Guid, LeftOutBecause?> reasons = Population.Sort(tests);
        Dictionary<Guid, TakenTest> known = tests.ToDictionary(t => t.Attempt);
        List<Guid> items = [.. (await forms.GetAsync(form, cancellationToken)).CountingVersions];
        Dictionary<Guid, int> places = items.Index().ToDictionary(i => i.Item, i => i.Index);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = new List<ReadSitting>(tests.Count);
        await foreach ((Guid attempt, IReadOnlyList<AttemptEvent> events) in db.EventsOfAsync(form, cancellationToken))
        {
            if (known.Remove(attempt, out TakenTest? test))
            {
                bool others = events.Any(e => e is AttemptEvent.ItemReplaced);
                read.Add(Read(test, reasons[attempt] ?? (others ? LeftOutBecause.OtherItems : null), events, places, texts));
            }
        }

        read.AddRange(known.Values.Select(t => new ReadSitting(t, reasons[t.Attempt] ?? LeftOutBecause.StillRunning, [], [], false)));
        return read;
    }

    private static ReadSitting Read(
        TakenTest test, LeftOutBecause? because, IReadOnlyList<AttemptEvent> events, Dictionary<Guid, int> places, Dictionary<string, string> texts)
    {
        if (because is not null and not LeftOutBecause.TimedOut)
        {
            return new ReadSitting(test, because, [], [], false);
        }

        string?[] responses = new string?[places.Count];
        foreach (AttemptEvent.Answered answer in events.OfType<AttemptEvent.Answered>())
        {
            if (places.TryGetValue(answer.Item, out int place))
            {
                responses[place] = One(answer.Response);
            }
        }

        double[] seconds = new double[places.Count];
        Array.Fill(seconds, double.NaN);
        foreach ((Guid item, double time) in ItemTimes.Of(events))
        {
            if (places.TryGetValue(item, out int place))
            {
                seconds[place] = time;
            }
        }

        return new ReadSitting(test, because, responses, seconds, events.Any(e => e is AttemptEvent.Accommodated));

        // Thousands answer alike; one text is enough.
        string One(string text) => texts.TryGetValue(text, out string? kept) ? kept : texts[text] = text;
    }

    private sealed record ReadSitting(TakenTest Test, LeftOutBecause? Because, string?[] Responses, double[] Seconds, bool OtherLimit)
    {
        public Sitting Of(int[] places) => new(
            Test.Attempt,
            DateOnly.FromDateTime((Test.ClosedAt ?? Test.StartedAt).UtcDateTime),
            Because == LeftOutBecause.TimedOut,
            Array.ConvertAll(places, i => Responses[i]),
            Array.ConvertAll(places, i => Seconds[i]),
            OtherLimit);
    }
}

/// <param name="Sittings">Those that count by their rows, and those whose time ended.</param>
/// <param name="LeftOut">The others, by reason.</param>
/// <param name="Closed">Closed attempts of real people, whether or not they count.</param>
public sealed record SittingsRead(IReadOnlyList<Sitting> Sittings, IReadOnlyList<LeftOutAttempts> LeftOut, int Closed);
