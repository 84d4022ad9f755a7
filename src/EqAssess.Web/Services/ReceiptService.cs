using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What candidates can show for a closed attempt: how it is made, and whether one is genuine.</summary>
public sealed class ReceiptService(EqAssessDb db, FormLibrary forms)
{
    /// <summary>
    /// Receipt and message, committed along with the closing entry: whoever closes an attempt, there is one of each. Null while the attempt
    /// runs, and for one that was withdrawn.
    /// </summary>
    /// <param name="attempt">As it is behind the entry.</param>
    internal static Action<EqAssessDb>? Beside(RunningAttempt attempt)
    {
        if (attempt.State is not AttemptState.Closed { Withdrawn: false } closed)
        {
            return null;
        }

        var receipt = new Receipt
        {
            AttemptId = attempt.Log.Attempt,
            Code = ReceiptCodes.Mint(),
            Answers = AnswersOf(attempt, closed),
            ClosedAt = closed.ClosedAt,
            TimedOut = closed.TimedOut,
            Digest = attempt.Log.LastHash,
        };
        MessageRow message = InvitationService.NewMessage(attempt.Invitation, MessageKind.Receipt, 0, attempt.Now);
        return db =>
        {
            db.Receipts.Add(receipt);
            db.Messages.Add(message);
        };
    }

    /// <summary>Null before the end, for attempts from before there were receipts, and after an erasure.</summary>
    public async Task<Receipt?> OfAsync(Guid attempt, CancellationToken cancellationToken) =>
        await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attempt, cancellationToken);

    /// <summary>Holds a receipt against the log as it is now.</summary>
    /// <param name="digest">As printed on the receipt; empty to compare with the stored one only.</param>
    public async Task<ReceiptCheck> CheckAsync(string? code, string? digest, CancellationToken cancellationToken)
    {
        string? known = ReceiptCodes.Read(code);
        Receipt? receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Code == known, cancellationToken);
        if (receipt is null)
        {
            return new ReceiptCheck.Unknown();
        }

        string printed = string.Concat((digest ?? "").Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return (printed.Length == 0 || printed == receipt.Digest) && await MatchesAsync(receipt, cancellationToken)
            ? new ReceiptCheck.Genuine(receipt, printed.Length > 0)
            : new ReceiptCheck.DoesNotMatch();
    }

    /// <summary>The chain is whole, it ends where the receipt says, and it says what the receipt says.</summary>
    private async Task<bool> MatchesAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        List<AttemptLogEntry> entries = await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == receipt.AttemptId)
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        if (entries.Count == 0 || entries[^1].Hash != receipt.Digest || AttemptLog.FirstBroken(receipt.AttemptId, entries) is not null)
        {
            return false;
        }

        AttemptRow row = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == receipt.AttemptId, cancellationToken);
        AttemptHead head = entries.Aggregate(AttemptHead.Before(row), (h, entry) => h.After(entry));
        var attempt = new RunningAttempt(row.InvitationId, await forms.GetAsync(row.FormVersionId, head.State, cancellationToken), head, receipt.ClosedAt);
        return attempt.State is AttemptState.Closed closed && closed.ClosedAt == receipt.ClosedAt && closed.TimedOut == receipt.TimedOut
            && AnswersOf(attempt, closed) == receipt.Answers;
    }

    private static int AnswersOf(RunningAttempt attempt, AttemptState.Closed closed) => closed.Granted.Typed ? closed.Responses.Values.Count(TypedResponse.IsText) : attempt.Choices;
}

/// <summary>What the page for receipts says.</summary>
public abstract record ReceiptCheck
{
    private ReceiptCheck()
    {
    }

    /// <summary>No receipt has this code: mistyped, or its person was erased.</summary>
    public sealed record Unknown : ReceiptCheck;

    /// <summary>The log was changed or cut, or the digest is not that of the receipt.</summary>
    public sealed record DoesNotMatch : ReceiptCheck;

    /// <param name="WithDigest">Whether the printed digest was typed in and is the same.</param>
    public sealed record Genuine(Receipt Receipt, bool WithDigest) : ReceiptCheck;
}
