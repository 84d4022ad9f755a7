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
            (1, Gen.Constant(Kind.Accommodate)),
            (1, Gen.Constant(Kind.Rest)),
            (1, Gen.Constant(Kind.Pause)),
            (2, Gen.Constant(Kind.GoOn)),
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
        Accommodate,
        Rest,
        Pause,
        GoOn,
        HandIn,
        Sweep,
    }

    [Fact]
    public void The_deadline_is_start_plus_limit_times_multiplier_plus_recorded_extensions_and_breaks()
    {
        ForAll(requests =>
        {
            foreach (AttemptWalk walk in Steps(requests))
            {
                if (walk.State is AttemptState.InProgress running)
                {
                    var start = Assert.IsType<AttemptEvent.Started>(walk.Log[0]);
                    int extensions = walk.Log.OfType<AttemptEvent.TimeExtended>().Sum(e => e.BySeconds);
                    decimal percent = walk.Log.OfType<AttemptEvent.Accommodated>().LastOrDefault()?.Percent ?? 100;
                    Assert.Equal(
                        start.At.AddSeconds((double)Math.Ceiling(start.LimitSeconds * percent / 100) + extensions + BreakSeconds(walk.Log)), running.Deadline, TimeSpan.FromMilliseconds(1));
                }
            }
        });
    }

    [Fact]
    public void The_time_left_never_grows_but_by_what_was_given_and_stands_still_in_a_break()
    {
        ForAll(requests =>
        {
            var walk = new AttemptWalk();
            double now = 0;
            foreach (Request request in requests)
            {
                TimeSpan? before = (walk.State as AttemptState.InProgress)?.TimeLeft(At(now));
                bool resting = walk.State is AttemptState.InProgress { Break: { } running } && At(now + (request.WaitMilliseconds / 1000d)) <= running.Until;
                now += request.WaitMilliseconds / 1000d;
                TimeSpan? after = (walk.State as AttemptState.InProgress)?.TimeLeft(At(now));
                Assert.True(before is null || after <= before);
                Assert.True(before is null || !resting || after == before);
                Apply(walk, request, now);
                Assert.True(after is null || walk.State is not AttemptState.InProgress p || p.TimeLeft(At(now)) >= after, "A request took time away.");
            }
        });
    }

    [Fact]
    public void Breaks_never_stop_the_clock_for_longer_than_was_granted_and_one_pause()
    {
        ForAll(requests =>
        {
            IReadOnlyList<AttemptEvent> log = Steps(requests).Last().Log;

            double granted = log.OfType<AttemptEvent.Accommodated>().LastOrDefault()?.BreakSeconds ?? 0;

            Assert.True(BreakSeconds(log) <= granted + 300);
            Assert.True(log.OfType<AttemptEvent.BreakStarted>().Count(e => e.Kind == BreakKind.Pause) <= 1);
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

    /// <summary>What breaks add, read from the log alone: those that ended as long as they took, a running one at its longest.</summary>
    private static double BreakSeconds(IReadOnlyList<AttemptEvent> log)
    {
        double seconds = 0;
        AttemptEvent.BreakStarted? open = null;
        foreach (AttemptEvent happened in log)
        {
            switch (happened)
            {
                case AttemptEvent.BreakStarted began:
                    open = began;
                    break;
                case AttemptEvent.BreakEnded ended:
                    seconds += (ended.At - open!.At).TotalSeconds;
                    open = null;
                    break;
            }
        }

        return seconds + (open?.MostSeconds ?? 0);
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
        Kind.Accommodate => walk.Accommodate(now, 100 + (request.Seconds / 4), Math.Max(0, request.Seconds)),
        Kind.Rest => walk.StartBreak(now),
        Kind.Pause => walk.StartBreak(now, 300),
        Kind.GoOn => walk.EndBreak(now),
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
