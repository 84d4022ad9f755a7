using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Takes in outcomes of people who took a form. The list itself is kept nowhere: it is looked at, and posted again to be imported.</summary>
public sealed class OutcomeImports(EqAssessDb db, TimeProvider time)
{
    /// <summary>What would become of each row. Nothing is stored.</summary>
    public async Task<IReadOnlyList<OutcomeChecked>> LookAsync(Guid form, string text, CancellationToken cancellationToken)
    {
        List<Taker> takers = await TakersAsync(form, cancellationToken);
        ILookup<string, Taker> byAddress = takers.OrderBy(t => t.StartedAt).ToLookup(t => t.Address, StringComparer.Ordinal);
        ILookup<string, Taker> byCode = takers.ToLookup(t => CandidateCode.Of(t.Invitation), StringComparer.Ordinal);
        var stored = (await db.Outcomes.AsNoTracking().Where(o => db.Attempts.Any(a => a.InvitationId == o.InvitationId && a.FormVersionId == form)).ToListAsync(cancellationToken))
            .ToDictionary(o => (o.InvitationId, o.Measure, o.MeasuredOn), o => o.Value);
        var seen = new HashSet<(Guid, OutcomeMeasure, DateOnly)>();
        var looked = new List<OutcomeChecked>();
        foreach (OutcomeLine line in OutcomeCsv.Rows(text))
        {
            Taker? taker = line.Problem is not null ? null
                : line.Candidate.Contains('@') ? byAddress[MailAddresses.Normalize(line.Candidate)].FirstOrDefault()
                : byCode[CandidateCode.Typed(line.Candidate) ?? ""].FirstOrDefault();
            looked.Add(new OutcomeChecked(line, taker?.Invitation, ResultOf(line, taker, stored, seen)));
        }

        return looked;
    }

    /// <returns>How many were stored; the others of the list are left out.</returns>
    public async Task<int> ImportAsync(Guid form, string text, Guid? staff, CancellationToken cancellationToken)
    {
        List<OutcomeRow> rows = [.. (await LookAsync(form, text, cancellationToken)).Where(c => c.Result == OutcomeResult.Ready).Select(c => new OutcomeRow
        {
            InvitationId = c.Invitation!.Value,
            Measure = c.Line.Measure!.Value,
            MeasuredOn = c.Line.On!.Value,
            Value = c.Line.Value!.Value,
            ImportedAt = time.Now,
            ImportedBy = staff,
        })];
        db.Outcomes.AddRange(rows);
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = AuditService.OutcomesImported, Subject = form });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return rows.Count;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // Somebody imported the same list at the same moment.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task<List<Taker>> TakersAsync(Guid form, CancellationToken cancellationToken) => await (
        from attempt in db.Attempts
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        join person in db.Candidates on invitation.CandidateId equals person.Id
        where attempt.FormVersionId == form && attempt.ClosedAt != null && invitation.WithdrawnAt == null && person.ErasedAt == null
        select new Taker(invitation.Id, person.NormalizedEmail, attempt.StartedAt, attempt.Simulated)).ToListAsync(cancellationToken);

    private OutcomeResult ResultOf(
        OutcomeLine line, Taker? taker, Dictionary<(Guid, OutcomeMeasure, DateOnly), double> stored, HashSet<(Guid, OutcomeMeasure, DateOnly)> seen)
    {
        if (line.Problem is not null || taker is null || taker.Simulated)
        {
            return line.Problem is not null ? OutcomeResult.Unreadable : taker is null ? OutcomeResult.UnknownCandidate : OutcomeResult.Simulated;
        }

        DateOnly day = line.On!.Value;
        if (day > DateOnly.FromDateTime(time.Now.UtcDateTime) || day < DateOnly.FromDateTime(taker.StartedAt.UtcDateTime))
        {
            return day < DateOnly.FromDateTime(taker.StartedAt.UtcDateTime) ? OutcomeResult.BeforeTheTest : OutcomeResult.InTheFuture;
        }

        (Guid, OutcomeMeasure, DateOnly) key = (taker.Invitation, line.Measure!.Value, day);
        return stored.TryGetValue(key, out double known) ? (known.Equals(line.Value!.Value) ? OutcomeResult.AlreadyThere : OutcomeResult.Contradicts)
            : seen.Add(key) ? OutcomeResult.Ready
            : OutcomeResult.TwiceInList;
    }

    private sealed record Taker(Guid Invitation, string Address, DateTimeOffset StartedAt, bool Simulated);
}

/// <param name="Invitation">Null where nobody was found.</param>
public sealed record OutcomeChecked(OutcomeLine Line, Guid? Invitation, OutcomeResult Result);

/// <summary>What becomes of a row. Worded in StaffWords.</summary>
public enum OutcomeResult
{
    Ready,

    /// <summary>The row says why (<see cref="OutcomeLineProblem"/>).</summary>
    Unreadable,

    /// <summary>Nobody with this code or address has finished the form; withdrawn and erased people are nobody.</summary>
    UnknownCandidate,

    /// <summary>No person took this test, so nobody can have worked after it.</summary>
    Simulated,
    BeforeTheTest,
    InTheFuture,
    AlreadyThere,

    /// <summary>Another value is stored for the same day.</summary>
    Contradicts,
    TwiceInList,
}
