using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Formats;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;

namespace EqAssess.Web.Services;

/// <summary>A running attempt: presents, saves, hands in, closes. Load, decide in Domain, append, commit, nudge.</summary>
public sealed class AttemptService(AttemptLedger ledger, FormLibrary forms, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Writer of what the server itself notices.</summary>
    public static readonly Guid ServerWriter = new("00000000-0000-0000-0000-000000000001");

    /// <summary>A try fails only when another entry came in between: far more than the requests that a page can have under way.</summary>
    private const int MostTries = 32;

    /// <summary>The attempt as it stands now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such attempt.</exception>
    public async Task<RunningAttempt> LookAsync(Guid attempt, CancellationToken cancellationToken)
    {
        AttemptHead head = await ledger.HeadAsync(attempt, cancellationToken);
        return new RunningAttempt(head.Invitation, await forms.GetAsync(head.FormVersion, head.State, cancellationToken), head, time.Now);
    }

    /// <summary>Records that the item is on the screen of <paramref name="writer"/>, and gives what the page needs.</summary>
    public async Task<AttemptOutcome> PresentAsync(Guid attempt, Guid item, Guid writer) =>
        await DecideAsync(attempt, Guid.CreateVersion7(), writer, (run, now) => AttemptRules.Present(run.State, AttemptForm.Of(run.Form), item, now));

    /// <summary>Saves one choice, or all choices of an item.</summary>
    public async Task<AttemptOutcome> AnswerAsync(Guid attempt, PostedAnswer answer) =>
        await DecideAsync(attempt, answer.Entry, answer.Writer, (run, now) => Answer(run, answer, now), (run, entry) => IsRetry(run, entry, answer));

    /// <summary>Hands in. A second time changes nothing and is no error.</summary>
    public async Task<AttemptOutcome> SubmitAsync(Guid attempt, Guid entry, Guid writer)
    {
        AttemptOutcome outcome = await DecideAsync(attempt, entry, writer, (run, now) => AttemptRules.Submit(run.State, now));
        if (outcome.Attempt.State is AttemptState.Closed)
        {
            await jobs.NudgeAsync<ScoreAttempts>();
        }

        return outcome;
    }

    /// <summary>Stops the clock.</summary>
    /// <param name="pause">Length of the campaign's pause; null for a break that was granted to this person.</param>
    public async Task<AttemptOutcome> StartBreakAsync(Guid attempt, TimeSpan? pause, Guid entry, Guid writer) =>
        await DecideAsync(attempt, entry, writer, (run, now) => AttemptRules.StartBreak(run.State, pause, now));

    /// <summary>Goes on after a break.</summary>
    public async Task<AttemptOutcome> EndBreakAsync(Guid attempt, Guid entry, Guid writer) =>
        await DecideAsync(attempt, entry, writer, (run, now) => AttemptRules.EndBreak(run.State, now));

    /// <summary>Gives a running attempt up. One that was closed before stays as it is.</summary>
    public async Task WithdrawAsync(Guid attempt) =>
        await DecideAsync(attempt, Guid.CreateVersion7(), ServerWriter, (run, now) => AttemptRules.Withdraw(run.State, now));

    /// <summary>Gives back what an outage took; what was given back already, or was not lost, changes nothing.</summary>
    public async Task<bool> GiveBackAsync(Guid attempt, Outage outage)
    {
        Guid entry = OutageRules.EntryOf(outage.Id, attempt);
        return await DecideAsync(attempt, entry, ServerWriter, (run, now) => OutageRules.GiveBack(run.State, outage.BeganAt, outage.EndedAt, now))
            is AttemptOutcome.Done;
    }

    /// <summary>Closes an attempt whose deadline and grace have passed; otherwise does nothing.</summary>
    public async Task<bool> CloseExpiredAsync(Guid attempt)
    {
        AttemptOutcome outcome = await DecideAsync(attempt, Guid.CreateVersion7(), ServerWriter, (run, now) => AttemptRules.Expire(run.State, now));
        return outcome is AttemptOutcome.Done;
    }

    /// <summary>Gives a running attempt what its candidate was granted, beside what it has. What it has already is refused and no error.</summary>
    /// <param name="closes">When the campaign takes no more starts.</param>
    public async Task<AttemptOutcome> AccommodateAsync(Guid attempt, Accommodation granted, DateTimeOffset closes) =>
        await DecideAsync(attempt, Guid.CreateVersion7(), ServerWriter, (run, now) => AttemptRules.Accommodate(
            run.State,
            run.State is AttemptState.InProgress p ? Accommodation.Widened(p.Granted, granted.For(closes, now), p.Responses.Count > 0) : granted.For(closes, now),
            now));

    /// <summary>Puts an equivalent item in the place of one that was not shown yet.</summary>
    public async Task<AttemptOutcome> ReplaceAsync(Guid attempt, Guid item, Guid by) =>
        await DecideAsync(attempt, Guid.CreateVersion7(), ServerWriter, (run, now) => AttemptRules.Replace(run.State, item, by, now));

    /// <summary>
    /// Whether an entry is this post sent before. A page out of the browser's memory posts its old id with other choices: that is a page
    /// that is behind, and its choices must not be lost as if they had been saved.
    /// </summary>
    private static bool IsRetry(RunningAttempt run, AttemptEvent entry, PostedAnswer answer)
    {
        if (entry is not AttemptEvent.Answered before || before.Item != answer.Item)
        {
            return false;
        }

        Item item = run.Form.Items.Single(i => i.Version == answer.Item).Content;
        return ResponseFormats.Get(item.Format).Read(item, before.Response, answer.Choices) switch
        {
            ResponseReading.Valid again => again.Response == before.Response,
            ResponseReading.Empty => true,
            _ => false,
        };
    }

    private static Decision Answer(RunningAttempt run, PostedAnswer answer, DateTimeOffset now)
    {
        string? held = run.ResponseTo(answer.Item);
        Decision decision = AttemptRules.Answer(run.State, AttemptForm.Of(run.Form), answer.Item, held ?? "", now);
        if (decision is not Decision.Accepted)
        {
            return decision;
        }

        if (run.State.Grant.Typed)
        {
            return new Decision.Refused(RefusalReason.InvalidResponse);
        }

        Item item = run.Form.Items.Single(i => i.Version == answer.Item).Content;
        return ResponseFormats.Get(item.Format).Read(item, held, answer.Choices) switch
        {
            ResponseReading.Valid or ResponseReading.SameOptionTwice when run.Log.AnotherAnsweredSince(answer.Sequence, answer.Writer) =>
                new Decision.Refused(RefusalReason.PageIsBehind),
            ResponseReading.Valid valid => AttemptRules.Answer(run.State, AttemptForm.Of(run.Form), answer.Item, valid.Response, now),
            ResponseReading.Empty => new Decision.Refused(RefusalReason.NothingChosen),
            ResponseReading.SameOptionTwice => new Decision.Refused(RefusalReason.SameOptionTwice),
            _ => new Decision.Refused(RefusalReason.InvalidResponse),
        };
    }

    /// <summary>
    /// Decides on the head that this process knows, appends, commits; and decides anew when another writer got there first. Nothing is
    /// refused on a head that may be behind: what another node wrote can turn a refusal around.
    /// </summary>
    private async Task<AttemptOutcome> DecideAsync(
        Guid attempt, Guid entry, Guid writer, Func<RunningAttempt, DateTimeOffset, Decision> decide, Func<RunningAttempt, AttemptEvent, bool>? isRetry = null)
    {
        DateTimeOffset now = time.Now;
        AttemptHead? known = ledger.KnownHead(attempt);
        for (int i = 0; i < MostTries; i++)
        {
            AttemptHead head = known ?? await ledger.HeadAsync(attempt);
            var run = new RunningAttempt(head.Invitation, await forms.GetAsync(head.FormVersion, head.State), head, now);
            if (head.Holds(entry))
            {
                bool same = isRetry is null || isRetry(run, await ledger.EventAsync(attempt, entry));
                return same ? new AttemptOutcome.Done(run, head.SequenceOf(entry)) : new AttemptOutcome.Refused(run, RefusalReason.PageIsBehind);
            }

            Decision decision = decide(run, now);
            if (decision is Decision.Refused refused && known is null)
            {
                return new AttemptOutcome.Refused(run, refused.Reason);
            }

            known = null;
            if (Appending(decision, head, entry, writer, now) is { } append
                && await ledger.AppendAsync(append with { Beside = ReceiptService.Beside(run with { Log = append.After }) }))
            {
                return await AfterwardsAsync(run with { Log = append.After }, decision);
            }
        }

        throw new InvalidOperationException($"The log of attempt {attempt} changed {MostTries} times while one entry was to be appended.");
    }

    /// <summary>What a decision appends; null where it appends nothing.</summary>
    private static AttemptAppend? Appending(Decision decision, AttemptHead head, Guid entry, Guid writer, DateTimeOffset now) => decision switch
    {
        Decision.Accepted { Event: AttemptEvent.Expired e } => AttemptAppend.To(head).With(e, Guid.CreateVersion7(), ServerWriter, now),
        Decision.Accepted accepted => AttemptAppend.To(head).With(accepted.Event, entry, writer, now),
        Decision.RefusedAfter after => AttemptAppend.To(head).With(after.Event, Guid.CreateVersion7(), ServerWriter, now),
        _ => null,
    };

    private async Task<AttemptOutcome> AfterwardsAsync(RunningAttempt run, Decision decision)
    {
        if (run.State is AttemptState.Closed { TimedOut: true })
        {
            await jobs.NudgeAsync<ScoreAttempts>();
        }

        if (run.State is AttemptState.Closed)
        {
            await jobs.NudgeAsync<SendMessages>();
        }

        return decision is Decision.RefusedAfter after ? new AttemptOutcome.Refused(run, after.Reason) : new AttemptOutcome.Done(run, run.Log.LastSequence);
    }
}
