using System.Security.Cryptography;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Answers that are written: the text in a table that can be erased, its salted digest in the log, both in one transaction.</summary>
public sealed class TypedAnswers(EqAssessDb db, AttemptLedger ledger, FormLibrary forms, AttemptService attempts, TimeProvider time)
{
    /// <summary>Longest answer, in characters.</summary>
    public const int LongestText = 4000;

    private const int MostTries = 32;

    /// <returns>Null where nothing was written.</returns>
    public async Task<string?> TextAsync(Guid attempt, Guid item, CancellationToken cancellationToken) =>
        await db.TypedAnswers.Where(t => t.AttemptId == attempt && t.ItemVersionId == item).Select(t => t.Text).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Saves what a page posts: a text here, choices as always.</summary>
    public async Task<AttemptOutcome> AnswerAsync(Guid attempt, PostedAnswer answer) =>
        answer.Text is string text ? await SaveAsync(attempt, answer, text.ReplaceLineEndings("\n").Trim()) : await attempts.AnswerAsync(attempt, answer);

    /// <summary>Saves the text as it stands. An unchanged one writes nothing; an empty one takes the answer back.</summary>
    private async Task<AttemptOutcome> SaveAsync(Guid attempt, PostedAnswer answer, string text)
    {
        DateTimeOffset now = time.Now;
        for (int i = 0; i < MostTries; i++)
        {
            AttemptHead head = await ledger.HeadAsync(attempt);
            var run = new RunningAttempt(head.Invitation, await forms.GetAsync(head.FormVersion, head.State), head, now);
            string held = await TextAsync(attempt, answer.Item, CancellationToken.None) ?? "";
            if (head.Holds(answer.Entry))
            {
                return held == text ? new AttemptOutcome.Done(run, head.SequenceOf(answer.Entry)) : new AttemptOutcome.Refused(run, RefusalReason.PageIsBehind);
            }

            string salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            Decision decision = Decide(run, answer, text, held, salt);
            if (decision is Decision.Refused refused)
            {
                // What stands there already is saved; the page learns nothing of what others wrote since.
                return refused.Reason == RefusalReason.NothingChosen
                    ? new AttemptOutcome.Done(run, answer.Sequence)
                    : new AttemptOutcome.Refused(run, refused.Reason);
            }

            if (decision is Decision.RefusedAfter late)
            {
                // Closing has a receipt beside it: there is one way to close.
                await attempts.CloseExpiredAsync(attempt);
                return new AttemptOutcome.Refused(await attempts.LookAsync(attempt, CancellationToken.None), late.Reason);
            }

            AttemptAppend append = AttemptAppend.To(head).With(((Decision.Accepted)decision).Event, answer.Entry, answer.Writer, now) with
            {
                Beside = other => Keep(other, RowOf(run, answer.Item, text, salt), held.Length > 0),
            };
            if (await ledger.AppendAsync(append))
            {
                return new AttemptOutcome.Done(run with { Log = append.After }, append.After.LastSequence);
            }
        }

        throw new InvalidOperationException($"The log of attempt {attempt} changed {MostTries} times while a written answer was to be appended.");
    }

    private static Decision Decide(RunningAttempt run, PostedAnswer answer, string text, string held, string salt)
    {
        Decision decision = AttemptRules.Answer(
            run.State, AttemptForm.Of(run.Form), answer.Item, text.Length == 0 ? TypedResponse.Cleared : TypedResponse.Of(salt, text), run.Now);
        return decision is not Decision.Accepted ? decision
            : !run.Typed || text.Length > LongestText ? new Decision.Refused(RefusalReason.InvalidResponse)
            : text == held ? new Decision.Refused(RefusalReason.NothingChosen)
            : run.Log.AnotherAnsweredSince(answer.Sequence, answer.Writer) ? new Decision.Refused(RefusalReason.PageIsBehind)
            : decision;
    }

    private static TypedAnswer RowOf(RunningAttempt run, Guid item, string text, string salt) => new()
    {
        AttemptId = run.Log.Attempt, ItemVersionId = item, Text = text, Salt = salt, WrittenAt = run.Now, Pretest = run.Form.Items.Single(i => i.Version == item).Pretest,
    };

    private static void Keep(EqAssessDb db, TypedAnswer answer, bool held)
    {
        if (!held)
        {
            db.TypedAnswers.Add(answer);
        }
        else if (answer.Text.Length == 0)
        {
            db.TypedAnswers.Remove(answer);
        }
        else
        {
            db.TypedAnswers.Update(answer);
        }
    }
}
