using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Load;

/// <summary>What was found after a run of kills.</summary>
/// <param name="Acknowledged">Saves that were answered with Saved.</param>
/// <param name="Unanswered">Saves that nobody learned about: they may be there or not.</param>
/// <param name="Wrong">What should not be, in words; empty when everything holds.</param>
public sealed record KillReport(int Kills, int Attempts, int HandedIn, int RanOut, int Acknowledged, int Unanswered, IReadOnlyList<string> Wrong)
{
    internal static async Task<KillReport> OfAsync(
        EqAssessDb db, int kills, IReadOnlyList<KillSave> saves, IReadOnlyList<(Guid Attempt, DateTimeOffset Deadline)> seen, TimeSpan limit)
    {
        List<AttemptRow> rows = await db.Attempts.AsNoTracking().ToListAsync();
        ILookup<Guid, AttemptLogEntry> entries = (await db.AttemptLog.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync()).ToLookup(e => e.AttemptId);
        Dictionary<Guid, int> runs = await db.ScoreRuns.GroupBy(r => r.AttemptId).ToDictionaryAsync(g => g.Key, g => g.Count());
        ILookup<Guid, DateTimeOffset> deadlines = seen.ToLookup(s => s.Attempt, s => s.Deadline);
        var wrong = new List<string>(WrongSaves(saves, [.. entries.SelectMany(e => e)]));
        foreach (AttemptRow row in rows)
        {
            wrong.AddRange(WrongAttempt(row, new AttemptLog(row.Id, [.. entries[row.Id]]), deadlines[row.Id], runs.GetValueOrDefault(row.Id), limit).Select(w => $"Attempt {row.Id}: {w}"));
        }

        return new KillReport(
            kills, rows.Count, rows.Count(r => !r.TimedOut), rows.Count(r => r.TimedOut), saves.Count(s => s.Acknowledged), saves.Count(s => !s.Acknowledged), wrong);
    }

    private static IEnumerable<string> WrongSaves(IReadOnlyList<KillSave> saves, IReadOnlyList<AttemptLogEntry> entries)
    {
        ILookup<Guid, AttemptLogEntry> byId = entries.ToLookup(e => e.EntryId);
        HashSet<Guid> sent = [.. saves.Select(s => s.Entry)];
        foreach (KillSave save in saves)
        {
            List<AttemptLogEntry> found = [.. byId[save.Entry]];
            if (found.Count > 1 || (found.Count == 0 && save.Acknowledged))
            {
                yield return $"Save {save.Entry} stands {found.Count} times in the log; acknowledged: {save.Acknowledged}.";
            }
            else if (found.Count == 1 && !found[0].Payload.Contains($"{save.Option}={save.Rating}", StringComparison.Ordinal))
            {
                yield return $"Save {save.Entry} of {save.Option}={save.Rating} says {found[0].Payload}.";
            }
        }

        foreach (AttemptLogEntry entry in entries.Where(e => e.Kind == nameof(AttemptEvent.Answered) && !sent.Contains(e.EntryId)))
        {
            yield return $"Nobody sent entry {entry.EntryId}.";
        }
    }

    private static IEnumerable<string> WrongAttempt(AttemptRow row, AttemptLog log, IEnumerable<DateTimeOffset> seen, int runs, TimeSpan limit)
    {
        List<DateTimeOffset> explained = [row.StartedAt + limit];
        foreach (AttemptEvent.TimeExtended more in log.Events.OfType<AttemptEvent.TimeExtended>())
        {
            explained.Add(explained[^1].AddSeconds(more.BySeconds));
        }

        if (log.FirstBroken() is { } broken)
        {
            yield return $"the chain breaks at entry {broken.Sequence}";
        }

        if (row.Deadline != explained[^1] || seen.Any(s => !explained.Contains(s)))
        {
            yield return $"its deadline {row.Deadline:O} or an earlier one does not follow from its log";
        }

        if (log.State is not AttemptState.Closed closed || (closed.ClosedAt, closed.TimedOut) != (row.ClosedAt, row.TimedOut) || (closed.TimedOut && closed.ClosedAt != row.Deadline))
        {
            yield return "it is not closed as its log says, or not at its deadline";
        }

        if (runs != 1)
        {
            yield return $"it was scored {runs} times";
        }
    }
}
