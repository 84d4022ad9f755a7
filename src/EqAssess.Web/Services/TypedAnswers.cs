using System.Security.Cryptography;
using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Answers that are written: the text in a table that can be erased, its salted digest in the log, both in one transaction.</summary>
public sealed class TypedAnswers(EqAssessDb db, AttemptLedger ledger, FormLibrary forms, TimeProvider time)
{
    /// <summary>Longest answer, in characters.</summary>
    public const int LongestText = 4000;

    private const int MostTries = 8;

    /// <returns>Null where nothing was written.</returns>
    public async Task<string?> TextAsync(Guid attempt, Guid item, CancellationToken cancellationToken) =>
        await db.TypedAnswers.Where(t => t.AttemptId == attempt && t.ItemVersionId == item).Select(t => t.Text).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Saves the text as it stands. An unchanged one writes nothing; an empty one takes the answer back.</summary>
    public async Task<AttemptOutcome> SaveAsync(Guid attempt, PostedAnswer answer)
    {
        DateTimeOffset now = time.Now;
        string text = (answer.Text ?? "").ReplaceLineEndings("\n").Trim();
        for (int i = 0; i < MostTries; i++)
        {
            AttemptRow row = await db.Attempts.SingleAsync(a => a.Id == attempt);
            AttemptLog log = await ledger.ReadAsync(attempt);
            FormVersion form = await forms.GetAsync(row.FormVersionId, log.State);
            var run = new RunningAttempt(row.InvitationId, form, log, now);
            TypedAnswer? held = await db.TypedAnswers.SingleOrDefaultAsync(t => t.AttemptId == attempt && t.ItemVersionId == answer.Item);
            if (log.Held(answer.Entry) is AttemptEvent.Answered before && before.Item == answer.Item && (held?.Text ?? "") == text)
            {
                return new AttemptOutcome.Done(run);
            }

            string salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            switch (Decide(run, answer, text, held?.Text ?? "", salt))
            {
                case Decision.Refused refused:
                    return new AttemptOutcome.Refused(run, refused.Reason);
                case Decision.RefusedAfter after:
                    ledger.Append(log, row, after.Event, Guid.CreateVersion7(), AttemptService.ServerWriter, now);
                    if (await ledger.SaveAsync())
                    {
                        return new AttemptOutcome.Refused(run, after.Reason);
                    }

                    break;
                case Decision.Accepted accepted:
                    Keep(attempt, answer.Item, held, text, salt, now);
                    log = ledger.Append(log, row, accepted.Event, answer.Entry, answer.Writer, now);
                    if (await ledger.SaveAsync())
                    {
                        return new AttemptOutcome.Done(run with { Log = log });
                    }

                    break;
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
            : run.Log.AnotherWriterSince(answer.Sequence, answer.Writer) || run.Log.Held(answer.Entry) is not null ? new Decision.Refused(RefusalReason.PageIsBehind)
            : decision;
    }

    private void Keep(Guid attempt, Guid item, TypedAnswer? held, string text, string salt, DateTimeOffset now)
    {
        if (held is null)
        {
            db.TypedAnswers.Add(new TypedAnswer { AttemptId = attempt, ItemVersionId = item, Text = text, Salt = salt, WrittenAt = now });
        }
        else if (text.Length == 0)
        {
            db.TypedAnswers.Remove(held);
        }
        else
        {
            (held.Text, held.Salt, held.WrittenAt) = (text, salt, now);
        }
    }
}
