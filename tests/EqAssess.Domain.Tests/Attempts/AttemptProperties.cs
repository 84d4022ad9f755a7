using System.Text.Json;
using EqAssess.Domain.Attempts;
using FsCheck;
using FsCheck.Fluent;
using static EqAssess.Domain.Tests.Attempts.AttemptWalk;

namespace EqAssess.Domain.Tests.Attempts;

/// <summary>What holds for every attempt, whatever is asked of it, in any order, at any time.</summary>
public sealed class AttemptProperties
{
    private static readonly Gen<Request> AnyRequest =
        from kind in Gen.Frequency(
            (1, Gen.Constant(Kind.Start)),
            (3, Gen.Constant(Kind.Present)),
            (8, Gen.Constant(Kind.Answer)),
            (1, Gen.Constant(Kind.Extend)),
            (1, Gen.Constant(Kind.HandIn)),
            (1, Gen.Constant(Kind.Sweep)))
        from wait in Gen.Frequency((6, Gen.Choose(0, 120_000)), (1, Gen.Choose(0, 2_000_000)), (1, Gen.Elements(0, 1, 1_200_000, 1_230_000, 1_230_001)))
        from item in Gen.Frequency((9, Gen.Elements(First, Second)), (1, Gen.Constant(Guid.Empty)))
        from rating in Gen.Choose(1, 4)
        from seconds in Gen.Choose(-30, 600)
        select new Request(kind, wait, item, $"a={rating}", seconds);

    private static readonly Gen<Request[]> AnyRequests = Gen.Choose(0, 40).SelectMany(n => Gen.ArrayOf(AnyRequest, n));

    private enum Kind
    {
        Start,
        Present,
        Answer,
        Extend,
        HandIn,
        Sweep,
    }

    [Fact]
    public void The_deadline_is_start_plus_limit_plus_recorded_extensions()
    {
        ForAll(requests =>
        {
            foreach (AttemptWalk walk in Steps(requests))
            {
                if (walk.State is AttemptState.InProgress running)
                {
                    var start = Assert.IsType<AttemptEvent.Started>(walk.Log[0]);
                    int extensions = walk.Log.OfType<AttemptEvent.TimeExtended>().Sum(e => e.BySeconds);
                    Assert.Equal(start.At.AddSeconds(start.LimitSeconds + extensions), running.Deadline);
                }
            }
        });
    }

    [Fact]
    public void Closed_never_changes()
    {
        ForAll(requests =>
        {
            AttemptState? closed = null;
            foreach (AttemptWalk walk in Steps(requests))
            {
                Assert.True(closed is null || Same(closed, walk.State));
                closed ??= walk.State as AttemptState.Closed;
            }
        });
    }

    [Fact]
    public void No_accepted_answer_is_lost_and_no_other_counts()
    {
        ForAll(requests =>
        {
            var walk = new AttemptWalk();
            var accepted = new Dictionary<Guid, string>();
            double now = 0;
            foreach (Request request in requests)
            {
                now += request.WaitMilliseconds / 1000d;
                if (Apply(walk, request, now) is Decision.Accepted { Event: AttemptEvent.Answered answered })
                {
                    accepted[answered.Item] = answered.Response;
                }
            }

            Assert.All(Form, item => Assert.Equal(accepted.GetValueOrDefault(item), walk.ResponseTo(item)));
        });
    }

    [Fact]
    public void An_attempt_ends_at_its_deadline_at_the_latest()
    {
        ForAll(requests =>
        {
            DateTimeOffset? deadline = null;
            foreach (AttemptWalk walk in Steps(requests))
            {
                deadline = walk.State is AttemptState.InProgress running ? running.Deadline : deadline;
                if (walk.State is AttemptState.Closed closed)
                {
                    Assert.True(closed.ClosedAt <= deadline);
                    Assert.True(!closed.TimedOut || closed.ClosedAt == deadline);
                }
            }
        });
    }

    [Fact]
    public void Whoever_looks_first_after_the_last_moment_writes_the_same_entry()
    {
        ForAll(requests =>
        {
            AttemptWalk walk = Steps(requests).Last();
            if (walk.State is AttemptState.InProgress running)
            {
                DateTimeOffset late = running.LastMoment.AddMilliseconds(1);

                AttemptEvent bySweep = Assert.IsType<Decision.Accepted>(AttemptRules.Expire(running, late)).Event;
                AttemptEvent byAnswer = Assert.IsType<Decision.RefusedAfter>(AttemptRules.Answer(running, Whole, First, "a=1", late)).Event;

                Assert.Equal(bySweep, byAnswer);
            }
        });
    }

    [Fact]
    public void A_log_reads_back_from_its_text_as_it_was()
    {
        ForAll(requests =>
        {
            IReadOnlyList<AttemptEvent> log = Steps(requests).Last().Log;

            AttemptEvent[] read = [.. log.Select(e => JsonSerializer.Deserialize<AttemptEvent>(JsonSerializer.Serialize(e))!)];

            Assert.Equal(log, read);
        });
    }

    private static IEnumerable<AttemptWalk> Steps(Request[] requests)
    {
        var walk = new AttemptWalk();
        double now = 0;
        yield return walk;
        foreach (Request request in requests)
        {
            now += request.WaitMilliseconds / 1000d;
            Apply(walk, request, now);
            yield return walk;
        }
    }

    private static Decision Apply(AttemptWalk walk, Request request, double now) => request.Kind switch
    {
        Kind.Start => walk.Start(now),
        Kind.Present => walk.Present(now, request.Item),
        Kind.Answer => walk.Answer(now, request.Item, request.Response),
        Kind.Extend => walk.Extend(now, request.Seconds),
        Kind.HandIn => walk.HandIn(now),
        _ => walk.Sweep(now),
    };

    private static bool Same(AttemptState one, AttemptState other) =>
        (one, other) is (AttemptState.Closed a, AttemptState.Closed b)
        && (a.StartedAt, a.ClosedAt, a.TimedOut) == (b.StartedAt, b.ClosedAt, b.TimedOut)
        && a.ResponsesTo(Form).Items.SequenceEqual(b.ResponsesTo(Form).Items);

    private static void ForAll(Action<Request[]> check) =>
        Prop.ForAll(AnyRequests.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private sealed record Request(Kind Kind, int WaitMilliseconds, Guid Item, string Response, int Seconds);
}
