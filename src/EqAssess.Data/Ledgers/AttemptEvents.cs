using System.Runtime.CompilerServices;
using System.Text.Json;
using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Ledgers;

/// <summary>Reads the logs of many attempts once, one after the other, without keeping them: for statistics over thousands.</summary>
public static class AttemptEvents
{
    /// <summary>Every attempt of a form version that is not simulated, with its events in their order.</summary>
    public static async IAsyncEnumerable<(Guid Attempt, IReadOnlyList<AttemptEvent> Events)> EventsOfAsync(
        this EqAssessDb db, Guid formVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = new List<AttemptEvent>();
        Guid? attempt = null;
        var entries = db.AttemptLog.AsNoTracking()
            .Where(e => db.Attempts.Any(a => a.Id == e.AttemptId && a.FormVersionId == formVersion && !a.Simulated))
            .OrderBy(e => e.AttemptId).ThenBy(e => e.Sequence).Select(e => new { e.AttemptId, e.Payload }).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (entry.AttemptId != attempt && attempt is Guid before)
            {
                yield return (before, own);
                own = [];
            }

            attempt = entry.AttemptId;
            own.Add(JsonSerializer.Deserialize<AttemptEvent>(entry.Payload) ?? throw new InvalidOperationException($"An entry of attempt {entry.AttemptId} holds no event."));
        }

        if (attempt is Guid last)
        {
            yield return (last, own);
        }
    }
}
