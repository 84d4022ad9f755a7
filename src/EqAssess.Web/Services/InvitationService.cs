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
public sealed class InvitationService(EqAssessDb db, InvitationChecks checks, CampaignPlans plans, IJobEngine jobs, TimeProvider time)
{
    private const int RowsInOneCommit = 500;
    private const int Tries = 3;

    /// <summary>Invites every row that can be invited; a row that cannot keeps no other from it.</summary>
    /// <returns>One result per row, in the order of the rows.</returns>
    public async Task<IReadOnlyList<InvitationResult>> InviteAsync(Guid campaign, IReadOnlyList<CsvRow> rows, CancellationToken cancellationToken)
    {
        var results = new List<InvitationResult>(rows.Count);
        await plans.PinAsync(campaign, cancellationToken);
        CampaignRow row = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == campaign, cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvRow[] chunk in rows.Chunk(RowsInOneCommit))
        {
            results.AddRange(await InviteChunkAsync(row, chunk, seen, cancellationToken));
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
            db.ChangeTracker.Clear();
        }

        await jobs.NudgeAsync<SendMessages>();
    }

    /// <summary>Sends the invitation again to everybody in a campaign whose last one was refused or is uncertain.</summary>
    /// <returns>How many go out again.</returns>
    public async Task<int> ResendUndeliveredAsync(Guid campaign, CancellationToken cancellationToken)
    {
        List<Guid> undelivered = await db.Invitations
            .Where(i => i.CampaignId == campaign && i.RevokedAt == null && i.WithdrawnAt == null && !i.Simulated && !db.Attempts.Any(a => a.InvitationId == i.Id))
            .Where(i => db.Messages.Any(m => m.InvitationId == i.Id && m.Kind == MessageKind.Invitation
                && (m.State == MessageState.AddressRefused || m.State == MessageState.Refused || m.State == MessageState.Uncertain)
                && !db.Messages.Any(later => later.InvitationId == i.Id && later.Kind == MessageKind.Invitation && later.Slot > m.Slot)))
            .Select(i => i.Id).ToListAsync(cancellationToken);
        foreach (Guid invitation in undelivered)
        {
            await ResendAsync(invitation);
        }

        return undelivered.Count;
    }

    internal static MessageRow NewMessage(Guid invitation, MessageKind kind, int slot, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), InvitationId = invitation, Kind = kind, Slot = slot, CreatedAt = now, DueAt = now,
    };

    /// <summary>A message of a kind of which one person may get several.</summary>
    internal static async Task<MessageRow> NextMessageAsync(EqAssessDb db, Guid invitation, MessageKind kind, DateTimeOffset now) =>
        NewMessage(invitation, kind, await db.Messages.CountAsync(m => m.InvitationId == invitation && m.Kind == kind), now);

    /// <summary>Adds what inviting these rows comes to, without saving it.</summary>
    internal async Task<IReadOnlyList<CheckedRow>> StageAsync(
        CampaignRow campaign, IReadOnlyList<CsvRow> rows, HashSet<string> seen, CancellationToken cancellationToken)
    {
        IReadOnlyList<CheckedRow> looked = await checks.LookAsync(campaign, rows, seen, cancellationToken);
        DateTimeOffset now = time.Now;
        foreach (CheckedRow row in looked.Where(r => r.Outcome == InvitationOutcome.Invited))
        {
            Guid candidate = row.Person?.Id ?? NewCandidate(row, now).Id;
            var id = Guid.CreateVersion7();
            db.Invitations.Add(new InvitationRow
            {
                Id = id, CampaignId = campaign.Id, CandidateId = candidate, Simulated = false, CreatedAt = now, Draw = CampaignPlans.DrawOf(campaign.Seed, id),
            });
            db.Messages.Add(NewMessage(id, MessageKind.Invitation, 0, now));
        }

        return looked;
    }

    private CandidateRow NewCandidate(CheckedRow row, DateTimeOffset now)
    {
        var candidate = new CandidateRow
        {
            Id = Guid.CreateVersion7(),
            Name = row.Row.Name!.Trim(),
            Email = row.Row.Address!.Trim(),
            NormalizedEmail = row.Normalized,
            Simulated = false,
            CreatedAt = now,
        };
        db.Candidates.Add(candidate);
        return candidate;
    }

    private async Task<IEnumerable<InvitationResult>> InviteChunkAsync(
        CampaignRow campaign, CsvRow[] rows, HashSet<string> seen, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            var here = new HashSet<string>(seen, StringComparer.Ordinal);
            IReadOnlyList<CheckedRow> looked = await StageAsync(campaign, rows, here, cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);

                // What is written need not be looked through again with every further chunk.
                db.ChangeTracker.Clear();
                seen.UnionWith(here);
                return looked.Select(r => new InvitationResult(r.Row.Number, r.Row.Name, r.Row.Address, r.Outcome));
            }
            catch (DbUpdateException failure) when (i < Tries && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Somebody invited one of these people at the same moment: look again, and say so in that row.
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <param name="Number">Line of the row in the file or the pasted text, from 1.</param>
public sealed record InvitationResult(int Number, string? Name, string? Address, InvitationOutcome Outcome);
