using EqAssess.Data;
using EqAssess.Web.Jobs.Groups;
using EqAssess.Web.Services;

namespace EqAssess.Web.Jobs;

/// <summary>Works out the statistics of forms and campaigns that have changed, and those that somebody asked for. One node at a time does it.</summary>
public sealed class RefreshStatistics : Job
{
    /// <summary>Longer than any run: a node that died gives way after it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public override TimeSpan Interval => TimeSpan.FromMinutes(2);

    public override JobQueue Queue => JobQueue.Bulk;

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        Leases leases = services.GetRequiredService<Leases>();
        var holder = Guid.NewGuid();
        if (!await leases.TakeAsync(Name, holder, Longest, cancellationToken))
        {
            return 0;
        }

        try
        {
            return await DrawAsync(services, cancellationToken);
        }
        finally
        {
            await leases.ReturnAsync(Name, holder);
        }
    }

    private static async Task<int> DrawAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        InsightService insights = services.GetRequiredService<InsightService>();
        InsightDrawing drawing = services.GetRequiredService<InsightDrawing>();
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        var groups = new ComparisonGroups(db, new AnsweredGroups(db, services.GetRequiredService<MonitoringSubjects>()));
        await insights.AskDueAsync(cancellationToken);
        return await EachAsync(await insights.DueAsync(cancellationToken), DrawOneAsync, cancellationToken);

        async Task<bool> DrawOneAsync(Guid request)
        {
            db.ChangeTracker.Clear();
            return await drawing.DrawAsync(request, groups.OfAsync, cancellationToken);
        }
    }
}
