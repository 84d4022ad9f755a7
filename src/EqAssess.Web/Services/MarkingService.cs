using System.Security.Cryptography;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Marking of written answers, blind: item by item, without name, campaign or attempt, in an order that says nothing. Each answer is marked
/// by two different people, of whom neither sees the other's mark, and by a third where the two lie far apart.
/// </summary>
public sealed class MarkingService(EqAssessDb db, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Scenarios with answers that wait.</summary>
    public async Task<IReadOnlyList<MarkingQueue>> QueuesAsync(Guid marker, CancellationToken cancellationToken)
    {
        IReadOnlyList<Waiting> waiting = await WaitingAsync(cancellationToken);
        List<Guid> items = [.. waiting.Select(w => w.Item).Distinct()];
        Dictionary<Guid, string> contents = await db.ItemVersions.Where(i => items.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Content, cancellationToken);
        return
        [
            .. waiting.GroupBy(w => (w.Item, w.Key)).Select(g => new MarkingQueue(
                g.Key.Item,
                g.Key.Key,
                Data.BankFiles.ItemJson.Read(contents[g.Key.Item]).Title,
                g.Count(w => !w.Markers.Contains(marker)),
                g.Count(w => w.Markers.Contains(marker)))).OrderBy(q => q.Title, StringComparer.Ordinal).ThenBy(q => q.Item),
        ];
    }

    /// <summary>The next answer to a scenario that this person has not marked; null when there is none.</summary>
    public async Task<AnswerToMark?> NextAsync(Guid item, Guid key, Guid marker, CancellationToken cancellationToken)
    {
        List<Waiting> mine = [.. (await WaitingAsync(cancellationToken)).Where(w => w.Item == item && w.Key == key && !w.Markers.Contains(marker))];
        return mine.OrderBy(w => w.Handle, StringComparer.Ordinal).Select(w => new AnswerToMark(w.Handle, w.Text, mine.Count)).FirstOrDefault();
    }

    /// <returns>False when the answer waits for no mark of this person: marked before, by them or by enough others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mark is not on the scale.</exception>
    public async Task<bool> MarkAsync(Guid item, Guid key, string handle, int mark, Guid marker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mark, WrittenMarks.Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mark, WrittenMarks.Highest);
        Waiting? answer = (await WaitingAsync(CancellationToken.None))
            .SingleOrDefault(w => w.Item == item && w.Key == key && w.Handle == handle && !w.Markers.Contains(marker));
        if (answer is null)
        {
            return false;
        }

        DateTimeOffset now = time.Now;
        db.TypedMarks.Add(new TypedMark { AttemptId = answer.Attempt, ItemVersionId = item, MarkerId = marker, Mark = mark, MarkedAt = now });
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = now, Actor = marker, Act = AuditService.AnswersMarked, Subject = item });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the first mark stands.
            db.ChangeTracker.Clear();
            return false;
        }

        await jobs.NudgeAsync<ScoreAttempts>();
        return true;
    }

    /// <summary>Written answers of closed attempts that need a mark, with the key that the attempt's form is scored by.</summary>
    private async Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from answer in db.TypedAnswers
            join attempt in db.Attempts on answer.AttemptId equals attempt.Id
            where attempt.ClosedAt != null && !db.Invitations.Any(i => i.Id == attempt.InvitationId && i.WithdrawnAt != null) && db.TypedMarks.Count(m => m.AttemptId == answer.AttemptId && m.ItemVersionId == answer.ItemVersionId) <= WrittenMarks.Markers
            where !answer.Pretest && !db.FormItems.Any(f => f.FormVersionId == attempt.FormVersionId && f.ItemVersionId == answer.ItemVersionId && f.Pretest)
            select new
            {
                answer.AttemptId,
                answer.ItemVersionId,
                answer.Text,
                answer.Salt,
                Key = db.ScoringPlans.Where(p => p.FormVersionId == attempt.FormVersionId && p.CampaignId == null).OrderByDescending(p => p.Number).Select(p => p.KeyVersionId).First(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        List<Guid> attempts = [.. found.Select(f => f.AttemptId).Distinct()];
        ILookup<(Guid, Guid), TypedMark> marks = (await db.TypedMarks.AsNoTracking().Where(m => attempts.Contains(m.AttemptId)).ToListAsync(cancellationToken))
            .ToLookup(m => (m.AttemptId, m.ItemVersionId));
        return
        [
            .. found.Where(f => WrittenMarks.NeedsAnother([.. marks[(f.AttemptId, f.ItemVersionId)].Select(m => m.Mark)])).Select(f => new Waiting(
                f.AttemptId, f.ItemVersionId, f.Key, f.Text, HandleOf(f.Salt), [.. marks[(f.AttemptId, f.ItemVersionId)].Select(m => m.MarkerId)])),
        ];
    }

    /// <summary>Names an answer to its marker and leads nowhere: the salt stands in no other page, and is new with each text.</summary>
    private static string HandleOf(string salt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"marking:{salt}")))[..32];

    private sealed record Waiting(Guid Attempt, Guid Item, Guid Key, string Text, string Handle, IReadOnlyList<Guid> Markers);
}

/// <param name="Mine">Answers that wait for this marker.</param>
/// <param name="Others">Answers that this marker has marked and that wait for somebody else.</param>
public sealed record MarkingQueue(Guid Item, Guid Key, string Title, int Mine, int Others);

/// <param name="Handle">Names the answer in a post.</param>
/// <param name="Left">Answers that wait for this marker, this one included.</param>
public sealed record AnswerToMark(string Handle, string Text, int Left);
