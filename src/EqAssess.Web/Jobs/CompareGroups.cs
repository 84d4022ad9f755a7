using EqAssess.Data;
using EqAssess.Web.Composition;
using EqAssess.Web.Jobs.Groups;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs;

/// <summary>
/// Counts campaigns by groups, and compares groups on form versions. Only in here do voluntary answers meet attempts; what comes out tells of
/// nobody (<see cref="Domain.Monitoring.Disclosure"/>).
/// </summary>
public sealed class CompareGroups : Job
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(30);

    public override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        EqAssessDb db = services.GetRequiredService<EqAssessDb>();
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        var groups = new AnsweredGroups(db, services.GetRequiredService<MonitoringSubjects>());
        var campaigns = new CampaignGroups(db, groups, services.GetRequiredService<CampaignPlans>(), time);
        var forms = new FormGroups(db, groups, services.GetRequiredService<ScoringService>(), services.GetRequiredService<EstimateService>(), time);
        return await EachAsync(await campaigns.DueAsync(cancellationToken), id => campaigns.CountAsync(id, cancellationToken), cancellationToken)
            + await EachAsync(await forms.DueAsync(cancellationToken), id => forms.CompareAsync(id, cancellationToken), cancellationToken);
    }
}
