using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Candidates who withdraw: their test ends, nobody writes to them or decides on them any more, and no report is drawn.</summary>
public sealed class Withdrawals(EqAssessDb db, AttemptService attempts, AuditService audit, TimeProvider time)
{
    /// <summary>Withdraws. A second time changes nothing.</summary>
    public async Task WithdrawAsync(Guid invitation)
    {
        DateTimeOffset now = time.Now;
        int changed = await db.Invitations.Where(i => i.Id == invitation && i.WithdrawnAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.WithdrawnAt, now));

        // All of the rest is done again where a first try stopped half-way.
        await db.Messages.Where(m => m.InvitationId == invitation && m.State == MessageState.Due && m.Kind != MessageKind.RequestAnswered)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MessageState.Dropped));
        if (changed > 0)
        {
            await audit.NoteAsync(actor: null, AuditService.CandidateWithdrew, invitation);
        }

        Guid? open = await db.Attempts.Where(a => a.InvitationId == invitation && a.ClosedAt == null).Select(a => (Guid?)a.Id).SingleOrDefaultAsync();
        if (open is Guid attempt)
        {
            await attempts.WithdrawAsync(attempt);
        }
    }

    /// <summary>Withdraws somebody from every campaign: before they are erased.</summary>
    public async Task WithdrawEverywhereAsync(Guid candidate)
    {
        foreach (Guid invitation in await db.Invitations.Where(i => i.CandidateId == candidate).Select(i => i.Id).ToListAsync())
        {
            await WithdrawAsync(invitation);
        }
    }
}
