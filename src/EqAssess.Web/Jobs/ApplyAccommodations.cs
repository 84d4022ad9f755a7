using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Gives running attempts what their people were granted since the start, where the decision could not do it itself: the server stopped in
/// between, or the test was being started at that moment. What an attempt has already is not given twice.
/// </summary>
public sealed class ApplyAccommodations : Job
{
    /// <summary>A grant that reads the clock a little earlier than the start it missed.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(1);

    public override TimeSpan Interval => TimeSpan.FromSeconds(5);

    public override JobQueue Queue => JobQueue.Critical;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        AccommodationService accommodations = services.GetRequiredService<AccommodationService>();
        var open = await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join granted in db.Accommodations on invitation.CandidateId equals granted.CandidateId
            where attempt.ClosedAt == null
            select new { granted, attempt.StartedAt }).AsNoTracking().ToListAsync(cancellationToken);
        Dictionary<Guid, AccommodationRow> due = open.Where(o => o.granted.GrantedAt >= o.StartedAt - Around)
            .DistinctBy(o => o.granted.CandidateId).ToDictionary(o => o.granted.CandidateId, o => o.granted);
        return await EachAsync(due.Keys, GiveAsync, cancellationToken);

        async Task<bool> GiveAsync(Guid candidate) => (await accommodations.ApplyAsync(candidate, AccommodationRows.Read(due[candidate]))).Running > 0;
    }
}
