using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Invites candidates to a campaign, one result for each row, and takes invitations back.</summary>
public sealed class InvitationService(EqAssessDb db, CampaignPlans plans, IJobEngine jobs, TimeProvider time)
{
    private const int RowsInOneCommit = 500;

    /// <summary>Invites every row that can be invited; a row that cannot keeps no other from it.</summary>
    /// <returns>One result per row, in the order of the rows.</returns>
    public async Task<IReadOnlyList<InvitationResult>> InviteAsync(Guid campaign, IReadOnlyList<CsvRow> rows, CancellationToken cancellationToken)
    {
        var results = new List<InvitationResult>(rows.Count);
        await plans.PinAsync(campaign, cancellationToken);
        int seed = await db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Seed).SingleAsync(cancellationToken);
        foreach (CsvRow[] chunk in rows.Chunk(RowsInOneCommit))
        {
            results.AddRange(await InviteChunkAsync(campaign, seed, chunk, cancellationToken));
        }

        if (results.Any(r => r.Outcome == InvitationOutcome.Invited))
        {
            await jobs.NudgeAsync<SendMessages>();
        }

        return results;
    }

    /// <summary>Takes back an invitation whose test was not started. A started test keeps its time.</summary>
    /// <returns>False when the test was started.</returns>
    public async Task<bool> RevokeAsync(Guid invitation)
    {
        if (await db.Attempts.AnyAsync(a => a.InvitationId == invitation))
        {
            return false;
        }

        InvitationRow row = await db.Invitations.SingleAsync(i => i.Id == invitation);
        row.RevokedAt ??= time.Now;
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>Sends the invitation once more, with a new link; the earlier links go on working. Who withdrew gets none.</summary>
    public async Task ResendAsync(Guid invitation)
    {
        if (await db.Invitations.AnyAsync(i => i.Id == invitation && i.WithdrawnAt != null))
        {
            return;
        }

        int slot = await db.Messages.CountAsync(m => m.InvitationId == invitation && m.Kind == MessageKind.Invitation);
        db.Messages.Add(NewMessage(invitation, MessageKind.Invitation, slot, time.Now));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the other one made the message.
        }

        await jobs.NudgeAsync<SendMessages>();
    }

    internal static MessageRow NewMessage(Guid invitation, MessageKind kind, int slot, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), InvitationId = invitation, Kind = kind, Slot = slot, CreatedAt = now, DueAt = now,
    };

    /// <summary>A message of a kind of which one person may get several.</summary>
    internal static async Task<MessageRow> NextMessageAsync(EqAssessDb db, Guid invitation, MessageKind kind, DateTimeOffset now) =>
        NewMessage(invitation, kind, await db.Messages.CountAsync(m => m.InvitationId == invitation && m.Kind == kind), now);

    private async Task<IReadOnlyList<InvitationResult>> InviteChunkAsync(Guid campaign, int seed, CsvRow[] rows, CancellationToken cancellationToken)
    {
        const int tries = 3;
        for (int i = 1; ; i++)
        {
            IReadOnlyList<InvitationResult> results = await AddChunkAsync(campaign, seed, rows, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);

                // What is written need not be looked through again with every further chunk.
                db.ChangeTracker.Clear();
                return results;
            }
            catch (DbUpdateException failure) when (i < tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Somebody invited one of these people at the same moment: look again, and say so in that row.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<InvitationResult>> AddChunkAsync(Guid campaign, int seed, CsvRow[] rows, CancellationToken cancellationToken)
    {
        string[] addresses = [.. rows.Select(r => Normalize(r.Address)).Distinct(StringComparer.Ordinal)];
        Dictionary<string, CandidateRow> known = await db.Candidates.Where(c => addresses.Contains(c.NormalizedEmail))
            .ToDictionaryAsync(c => c.NormalizedEmail, StringComparer.Ordinal, cancellationToken);
        Guid[] ids = [.. known.Values.Select(c => c.Id)];
        HashSet<Guid> invited = [.. await db.Invitations.Where(i => i.CampaignId == campaign && ids.Contains(i.CandidateId))
            .Select(i => i.CandidateId).ToListAsync(cancellationToken)];
        return [.. rows.Select(row => InviteRow(campaign, seed, row, known, invited))];
    }

    private InvitationResult InviteRow(Guid campaign, int seed, CsvRow row, Dictionary<string, CandidateRow> known, HashSet<Guid> invited)
    {
        InvitationOutcome? refusal = RefusalOf(row);
        if (refusal is not null)
        {
            return new InvitationResult(row.Number, row.Name, row.Address, refusal.Value);
        }

        string address = row.Address!.Trim();
        string normalized = Normalize(address);
        DateTimeOffset now = time.Now;
        if (!known.TryGetValue(normalized, out CandidateRow? candidate))
        {
            candidate = new CandidateRow
            {
                Id = Guid.CreateVersion7(), Name = row.Name!.Trim(), Email = address, NormalizedEmail = normalized, Simulated = false, CreatedAt = now,
            };
            known.Add(normalized, candidate);
            db.Candidates.Add(candidate);
        }

        if (candidate.Simulated)
        {
            return new InvitationResult(row.Number, row.Name, row.Address, InvitationOutcome.BadAddress);
        }

        if (!invited.Add(candidate.Id))
        {
            return new InvitationResult(row.Number, row.Name, row.Address, InvitationOutcome.AlreadyInvited);
        }

        var id = Guid.CreateVersion7();
        var invitation = new InvitationRow
        {
            Id = id, CampaignId = campaign, CandidateId = candidate.Id, Simulated = false, CreatedAt = now, Draw = CampaignPlans.DrawOf(seed, id),
        };
        db.Invitations.Add(invitation);
        db.Messages.Add(NewMessage(invitation.Id, MessageKind.Invitation, 0, now));
        return new InvitationResult(row.Number, row.Name, row.Address, InvitationOutcome.Invited);
    }

    private static InvitationOutcome? RefusalOf(CsvRow row)
    {
        if (row.Problem is CsvRowProblem problem)
        {
            return problem switch
            {
                CsvRowProblem.TooManyRows => InvitationOutcome.TooManyRows,
                CsvRowProblem.BrokenQuotes => InvitationOutcome.BrokenQuotes,
                _ => InvitationOutcome.MissingColumns,
            };
        }

        if (string.IsNullOrWhiteSpace(row.Name))
        {
            return InvitationOutcome.NoName;
        }

        if (row.Name.Length > 200)
        {
            return InvitationOutcome.NameTooLong;
        }

        return MailAddresses.IsOne(row.Address) ? null : string.IsNullOrWhiteSpace(row.Address) ? InvitationOutcome.NoAddress : InvitationOutcome.BadAddress;
    }

    private static string Normalize(string? address) => address?.Trim().ToUpperInvariant() ?? "";
}

/// <param name="Number">Line of the row in the file or the pasted text, from 1.</param>
public sealed record InvitationResult(int Number, string? Name, string? Address, InvitationOutcome Outcome);

/// <summary>What became of one row. Worded in StaffWords.</summary>
public enum InvitationOutcome
{
    Invited,
    AlreadyInvited,
    NoName,
    NameTooLong,
    NoAddress,
    BadAddress,
    MissingColumns,
    BrokenQuotes,
    TooManyRows,
}
