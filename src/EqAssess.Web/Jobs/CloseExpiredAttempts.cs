using EqAssess.Data;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>Closes attempts whose deadline and grace have passed, with exactly the answers that the server holds.</summary>
public sealed class CloseExpiredAttempts : Job
{
    private const int MostInOneRun = 500;

    public override TimeSpan Interval => TimeSpan.FromSeconds(2);

    public override JobQueue Queue => JobQueue.Critical;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // An attempt that is owed time after an outage is not closed before it has it.
        await services.GetRequiredService<Pulse>().SettleAsync();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        AttemptService attempts = services.GetRequiredService<AttemptService>();
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().Now;
        List<Guid> due = await db.Attempts.Where(a => a.ClosedAt == null && a.LastMoment < now)
            .OrderBy(a => a.LastMoment).Select(a => a.Id).Take(MostInOneRun).ToListAsync(cancellationToken);

        // Withdrawn while it was being started, or by a request that stopped half-way.
        List<Guid> withdrawn = await db.Attempts
            .Where(a => a.ClosedAt == null && db.Invitations.Any(i => i.Id == a.InvitationId && i.WithdrawnAt != null))
            .OrderBy(a => a.LastMoment).Select(a => a.Id).Take(MostInOneRun).ToListAsync(cancellationToken);
        return await EachAsync(due, CloseAsync, cancellationToken) + await EachAsync(withdrawn, EndAsync, cancellationToken);

        async Task<bool> EndAsync(Guid attempt)
        {
            await attempts.WithdrawAsync(attempt);
            return true;
        }

        async Task<bool> CloseAsync(Guid attempt)
        {
            db.ChangeTracker.Clear();
            return await attempts.CloseExpiredAsync(attempt);
        }
    }
}
