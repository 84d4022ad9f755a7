using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Lists of people to invite: stored row by row, looked through, and invited once somebody has agreed. Each chunk is a transaction that moves the
/// list on and does its rows, so that a restart goes on where it stopped and two nodes never do the same rows.
/// </summary>
public sealed class InvitationImports(
    EqAssessDb db, InvitationChecks checks, InvitationService invitations, CampaignPlans plans, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Rows that a page waits for; longer lists are worked off in the background.</summary>
    public const int AtOnce = 1_000;

    private const int RowsInOneCommit = 500;
    private const int Tries = 3;

    /// <summary>How long rows are kept, for the page that tells what became of them.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestReading = TimeSpan.FromHours(1);

    /// <summary>Stores a list, a chunk at a time.</summary>
    /// <returns>Its id; null where it has no row.</returns>
    public async Task<Guid?> ReadAsync(Guid campaign, IEnumerable<CsvRow> rows, Guid? by, CancellationToken cancellationToken)
    {
        var import = new InvitationImport { Id = Guid.CreateVersion7(), CampaignId = campaign, CreatedAt = time.Now, CreatedBy = by };
        db.InvitationImports.Add(import);
        int read = 0;
        foreach (CsvRow[] chunk in rows.Chunk(RowsInOneCommit))
        {
            db.InvitationImportRows.AddRange(chunk.Select((row, i) => RowOf(import.Id, read + i, row)));
            read += chunk.Length;
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        if (read == 0)
        {
            db.ChangeTracker.Clear();
            return null;
        }

        await db.InvitationImports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.Rows, read).SetProperty(i => i.State, ImportState.Checking), cancellationToken);
        await GoOnAsync(import.Id, read, cancellationToken);
        return import.Id;
    }

    /// <summary>Invites what can be invited of a list that was looked through. A second time changes nothing.</summary>
    public async Task AgreeAsync(InvitationImport import, CancellationToken cancellationToken)
    {
        await plans.PinAsync(import.CampaignId, cancellationToken);
        await db.InvitationImports.Where(i => i.Id == import.Id && i.State == ImportState.Checked).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.State, ImportState.Inviting).SetProperty(i => i.Done, 0), cancellationToken);
        await GoOnAsync(import.Id, import.Rows, cancellationToken);
    }

    /// <summary>Lists with work to do.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken) =>
        await db.InvitationImports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Inviting)
            .OrderBy(i => i.CreatedAt).Select(i => i.Id).ToListAsync(cancellationToken);

    /// <summary>Works a list off to where it waits for somebody, or is finished.</summary>
    /// <returns>How many rows were done here.</returns>
    public async Task<int> WorkAsync(Guid id, CancellationToken cancellationToken)
    {
        int done = 0;
        while (await StepAsync(id, cancellationToken) is int more)
        {
            done += more;
        }

        if (done > 0)
        {
            await jobs.NudgeAsync<SendMessages>();
        }

        return done;
    }

    /// <summary>Does the next chunk of a list.</summary>
    /// <returns>How many rows were done here: none where another node did them. Null where there is nothing to do.</returns>
    public async Task<int?> StepAsync(Guid id, CancellationToken cancellationToken) =>
        await db.InvitationImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { State: ImportState.Checking or ImportState.Inviting } import
            ? await ChunkAsync(import, cancellationToken)
            : null;

    /// <summary>Forgets a list with its rows. Who was invited by it stays invited.</summary>
    public async Task ForgetAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.InvitationImportRows.Where(r => r.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await db.InvitationImports.Where(i => i.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Forgets lists that are some days old, and those whose reading was cut off.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset old = time.Now - Kept;
        DateTimeOffset cutOff = time.Now - LongestReading;
        List<Guid> over = await db.InvitationImports.Where(i => i.CreatedAt < old || (i.State == ImportState.Reading && i.CreatedAt < cutOff))
            .Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (Guid import in over)
        {
            await ForgetAsync(import, cancellationToken);
        }

        return over.Count;
    }

    private async Task GoOnAsync(Guid import, int rows, CancellationToken cancellationToken)
    {
        if (rows <= AtOnce)
        {
            await WorkAsync(import, cancellationToken);
            return;
        }

        await jobs.NudgeAsync<InviteCandidates>();
    }

    private async Task<int> ChunkAsync(InvitationImport import, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            try
            {
                return await TryChunkAsync(import, cancellationToken);
            }
            catch (DbUpdateException failure) when (i < Tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Somebody invited one of these people at the same moment: look again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> TryChunkAsync(InvitationImport import, CancellationToken cancellationToken)
    {
        int next = Math.Min(import.Done + RowsInOneCommit, import.Rows);
        ImportState after = next < import.Rows ? import.State : import.State == ImportState.Checking ? ImportState.Checked : ImportState.Finished;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        int mine = await db.InvitationImports.Where(i => i.Id == import.Id && i.State == import.State && i.Done == import.Done)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.Done, next).SetProperty(i => i.State, after), cancellationToken);
        if (mine == 0)
        {
            return 0;
        }

        List<InvitationImportRow> rows = await db.InvitationImportRows.Where(r => r.ImportId == import.Id && r.Sequence >= import.Done && r.Sequence < next)
            .OrderBy(r => r.Sequence).ToListAsync(cancellationToken);
        await DoAsync(import, rows, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private async Task DoAsync(InvitationImport import, List<InvitationImportRow> rows, CancellationToken cancellationToken)
    {
        CampaignRow campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == import.CampaignId, cancellationToken);
        string[] addresses = [.. rows.Select(r => r.NormalizedAddress).Distinct(StringComparer.Ordinal)];
        HashSet<string> seen = [.. await db.InvitationImportRows
            .Where(r => r.ImportId == import.Id && r.Sequence < import.Done && r.Unreadable == null && addresses.Contains(r.NormalizedAddress))
            .Select(r => r.NormalizedAddress).ToListAsync(cancellationToken)];
        List<CsvRow> people = [.. rows.Where(r => r.Unreadable is null).Select(r => new CsvRow(r.Number, r.Name, r.Address, null))];
        bool inviting = import.State == ImportState.Inviting;
        IReadOnlyList<CheckedRow> looked = inviting
            ? await invitations.StageAsync(campaign, people, seen, cancellationToken)
            : await checks.LookAsync(campaign, people, seen, cancellationToken);
        using IEnumerator<CheckedRow> each = looked.GetEnumerator();
        foreach (InvitationImportRow row in rows)
        {
            CheckedRow? found = row.Unreadable is null && each.MoveNext() ? each.Current : null;
            (row.Warning, row.Note) = (found?.Warning, found?.Note);
            InvitationOutcome outcome = found?.Outcome ?? row.Unreadable!.Value;
            row.Expected = inviting ? row.Expected : outcome;
            row.Outcome = inviting ? outcome : null;
        }
    }

    private static InvitationImportRow RowOf(Guid import, int sequence, CsvRow row) => new()
    {
        ImportId = import,
        Sequence = sequence,
        Number = row.Number,
        Name = Cut(row.Name),
        Address = Cut(row.Address),
        NormalizedAddress = Cut(MailAddresses.Normalize(row.Address)),
        Unreadable = InvitationChecks.RefusalOf(row),
    };

    /// <summary>As long as the columns are. NUL is a character that PostgreSQL does not store.</summary>
    private static string Cut(string? text)
    {
        string kept = (text ?? "").Trim().Replace('\0', '\uFFFD');
        return kept.Length <= MailAddresses.Longest ? kept : kept[..MailAddresses.Longest];
    }
}
