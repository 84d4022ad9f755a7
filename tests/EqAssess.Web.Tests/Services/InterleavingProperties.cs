using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Testing;
using EqAssess.Testing.Content;
using EqAssess.Web.Services;
using FsCheck;
using FsCheck.Fluent;

namespace EqAssess.Web.Tests.Services;

/// <summary>
/// Two nodes serve the requests of two pages, several at once, some sent twice and some from behind. Whatever the interleaving, the log
/// is what some order of the same requests would have made one after the other: its own order.
/// </summary>
public sealed class InterleavingProperties
{
    private static readonly Guid[] Pages = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8])];

    private static readonly Gen<Request> AnyRequest =
        from node in Gen.Elements(0, 1)
        from page in Gen.Elements(0, 0, 0, 1)
        from item in Gen.Elements(0, 1)
        from option in Gen.Elements('a', 'b', 'c', 'd')
        from rating in Gen.Choose(1, 4)
        from behind in Gen.Frequency((5, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
        from again in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from kind in Gen.Frequency((10, Gen.Constant(Kind.Answer)), (2, Gen.Constant(Kind.Present)), (1, Gen.Constant(Kind.HandIn)), (1, Gen.Constant(Kind.Sweep)))
        select new Request(kind, node, page, item, $"{option}={rating}", behind, again);

    private static readonly Gen<Round> AnyRound =
        from seconds in Gen.Frequency((8, Gen.Choose(0, 60)), (1, Gen.Elements(1_200, 1_230, 1_231)))
        from requests in Gen.Choose(1, 4).SelectMany(n => Gen.ArrayOf(AnyRequest, n))
        select new Round(seconds, requests);

    private enum Kind
    {
        Answer,
        Present,
        HandIn,
        Sweep,
    }

    [Theory]
    [Trait("Database", "Each")]
    [InlineData("Sqlite", 40)]
    [InlineData("PostgreSql", 20)]
    [InlineData("SqlServer", 10)]
    public async Task Any_interleaving_over_two_nodes_gives_the_log_of_a_serial_order(string engine, int cases)
    {
        await using TestSite first = await TestSite.CreateAsync(engine);
        SampleCampaign sample = await first.AddCampaignAsync();
        await using TestSite second = first.AddNode();
        int people = 0;

        Prop.ForAll(Gen.Choose(1, 12).SelectMany(n => Gen.ArrayOf(AnyRound, n)).ToArbitrary(), rounds => CheckAsync(rounds).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases));

        async Task CheckAsync(Round[] rounds)
        {
            first.Time.Instant = TestSite.Start;
            Guid attempt = await first.BeginAttemptAsync(sample.Campaign, $"person{++people}");
            var done = new List<Answered>();
            foreach (Round round in rounds)
            {
                first.Time.Advance(TimeSpan.FromSeconds(round.Seconds));
                int known = (await LogAsync(attempt)).LastSequence;
                done.AddRange(await Task.WhenAll(round.Requests.Select(r => SendAsync(r, attempt, known))));
            }

            AssertSerial(await LogAsync(attempt), done);
        }

        async Task<Answered> SendAsync(Request request, Guid attempt, int known)
        {
            // Sent again: the same entry id goes to both nodes at once.
            TestSite[] nodes = request.Again ? [first, second] : [request.Node == 0 ? first : second];
            (Guid item, Guid page, var entry) = (sample.Items[request.Item], Pages[request.Page], Guid.CreateVersion7());
            var answer = new PostedAnswer(item, entry, page, Math.Max(0, known - request.Behind), new Dictionary<string, string> { [request.Choice[..1]] = request.Choice[2..] });
            AttemptOutcome?[] outcomes = await Task.WhenAll(nodes.Select(node => node.AskAsync((AttemptService s) => ServeAsync(s, request.Kind, attempt, answer))));
            return new Answered(request, answer, outcomes, first.Time.Instant);
        }

        Task<AttemptLog> LogAsync(Guid attempt) => first.AskAsync((AttemptLedger ledger) => ledger.ReadAsync(attempt));
    }

    private static async Task<AttemptOutcome?> ServeAsync(AttemptService service, Kind kind, Guid attempt, PostedAnswer answer)
    {
        switch (kind)
        {
            case Kind.Answer:
                return await service.AnswerAsync(attempt, answer);
            case Kind.Present:
                return await service.PresentAsync(attempt, answer.Item, answer.Writer);
            case Kind.HandIn:
                return await service.SubmitAsync(attempt, answer.Entry, answer.Writer);
            default:
                await service.CloseExpiredAsync(attempt);
                return null;
        }
    }

    private static void AssertSerial(AttemptLog log, List<Answered> done)
    {
        Assert.Null(log.FirstBroken());
        AttemptState state = new AttemptState.NotStarted();
        var responses = new Dictionary<(Guid, string), string>();
        foreach ((int index, AttemptEvent happened) in log.Events.Index())
        {
            if (happened is AttemptEvent.Answered answered)
            {
                // The rules let it in where it stands, and it says what stood there before with its own choice on top.
                Answered asked = done.Single(d => d.Answer.Entry == log.Entries[index].EntryId);
                AttemptState.InProgress running = Assert.IsType<AttemptState.InProgress>(state);
                Assert.True(asked.Now <= running.LastMoment);
                Assert.DoesNotContain(log.Entries.Take(index), e => Overtakes(e, asked.Answer));
                (string option, string rating) = asked.Answer.Choices.Single();
                responses[(answered.Item, option)] = rating;
                Assert.Equal(
                    string.Join(';', responses.Where(r => r.Key.Item1 == answered.Item).OrderBy(r => r.Key.Item2, StringComparer.Ordinal).Select(r => $"{r.Key.Item2}={r.Value}")),
                    answered.Response);
            }

            state = state.Apply(happened);
        }

        Assert.All(done.Where(d => d.Request.Kind == Kind.Answer), d => AssertTold(log, d));
        Assert.All(done.Where(d => d.Request.Kind == Kind.HandIn), d => Assert.All(d.Outcomes, o => Assert.IsType<AttemptState.Closed>(o!.Attempt.State)));
    }

    /// <summary>Whether another page has saved an answer that the post does not know of.</summary>
    private static bool Overtakes(AttemptLogEntry entry, PostedAnswer answer) =>
        entry.Kind == nameof(AttemptEvent.Answered) && entry.Sequence > answer.Sequence && entry.WriterId != answer.Writer;

    /// <summary>Who was told Saved finds the answer in the log; who was refused does not, and the reason given is true.</summary>
    private static void AssertTold(AttemptLog log, Answered asked)
    {
        bool held = log.Entries.Any(e => e.EntryId == asked.Answer.Entry);
        foreach (AttemptOutcome? outcome in asked.Outcomes)
        {
            Assert.Equal(outcome is AttemptOutcome.Done, held);
            switch (outcome)
            {
                case AttemptOutcome.Refused { Reason: RefusalReason.PageIsBehind }:
                    Assert.Contains(log.Entries, e => Overtakes(e, asked.Answer));
                    break;
                case AttemptOutcome.Refused { Reason: var reason }:
                    Assert.True(reason is RefusalReason.AlreadyClosed or RefusalReason.TimeIsUp, $"{reason}");
                    Assert.IsType<AttemptState.Closed>(log.State);
                    break;
            }
        }
    }

    private sealed record Request(Kind Kind, int Node, int Page, int Item, string Choice, int Behind, bool Again);

    private sealed record Round(int Seconds, Request[] Requests);

    private sealed record Answered(Request Request, PostedAnswer Answer, IReadOnlyList<AttemptOutcome?> Outcomes, DateTimeOffset Now);
}
