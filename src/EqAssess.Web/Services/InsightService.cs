using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Statistics that were worked out, and requests for new ones. The work is <see cref="InsightDrawing"/>'s.</summary>
public sealed class InsightService(EqAssessDb db, IJobEngine jobs, TimeProvider time)
{
    /// <summary>Statistics are worked out anew by themselves when this share of attempts has come on top, or after a day with any.</summary>
    private const double Growth = 1.10;

    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>The newest statistics of a form under a key, or of a campaign, by the rules of today; null before the first.</summary>
    public async Task<DrawnInsight?> NewestAsync(InsightScope scope, CancellationToken cancellationToken) => await (
        from request in Of(scope)
        join row in db.Insights on request.Id equals row.Id
        where row.Definition == InsightDrawing.Definition
        orderby row.DrawnAt descending, row.Id descending
        select new DrawnInsight(request, row)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    public async Task<DrawnInsight?> FindAsync(Guid insight, CancellationToken cancellationToken) => await (
        from request in db.InsightRequests
        join row in db.Insights on request.Id equals row.Id
        where request.Id == insight && row.Definition == InsightDrawing.Definition
        select new DrawnInsight(request, row)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether something was asked for and is not there yet.</summary>
    public Task<bool> IsUnderWayAsync(InsightScope scope, CancellationToken cancellationToken) =>
        Of(scope).AnyAsync(r => !db.Insights.Any(i => i.Id == r.Id), cancellationToken);

    /// <summary>Closed attempts of real people: what makes statistics stale when it grows.</summary>
    public Task<int> ClosedAsync(InsightScope scope, CancellationToken cancellationToken) => db.Attempts.CountAsync(
        a => a.FormVersionId == scope.Form && a.ClosedAt != null && !a.Simulated
            && (scope.Campaign == null || db.Invitations.Any(i => i.Id == a.InvitationId && i.CampaignId == scope.Campaign)),
        cancellationToken);

    /// <summary>Asks, unless the same was asked and is not there yet.</summary>
    /// <returns>Whether anything was asked for.</returns>
    public async Task<bool> AskAsync(InsightScope scope, Guid? staff, CancellationToken cancellationToken)
    {
        if (await IsUnderWayAsync(scope, cancellationToken))
        {
            return false;
        }

        await AddAsync(scope, null, staff);
        return true;
    }

    /// <summary>Asks for a comparison.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> CompareAsync(Guid form, IReadOnlyList<ScoringChoice> choices, Guid? staff) =>
        await AddAsync(new InsightScope(InsightKind.Comparison, form, null, null), InsightJson.Write(choices), staff);

    /// <summary>Asks for what has changed: forms and campaigns on which enough people have finished since, or whose plan is another.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AskDueAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<InsightScope, Drawn> newest = await NewestOfAllAsync(cancellationToken);
        DateTimeOffset now = time.Now;
        int asked = 0;
        foreach (Standing standing in (await StandingsAsync(cancellationToken)).Where(s => IsDue(s, newest.GetValueOrDefault(s.Scope), now)))
        {
            asked += await AskAsync(standing.Scope, staff: null, cancellationToken) ? 1 : 0;
        }

        return asked;
    }

    /// <summary>What was asked for and is not there, form by form, so that each form is read once.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken) =>
        await db.InsightRequests.Where(r => !db.Insights.Any(i => i.Id == r.Id))
            .OrderBy(r => r.FormVersionId).ThenBy(r => r.AskedAt).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);

    private static bool IsDue(Standing standing, Drawn? newest, DateTimeOffset now) =>
        newest is null
        || newest.Plan != standing.Plan
        || standing.Closed >= newest.Closed * Growth
        || (standing.Closed != newest.Closed && now - newest.At >= Age);

    /// <summary>Every form and campaign on which a real person's attempt has ended. A campaign counts on its own form alone.</summary>
    private async Task<IReadOnlyList<Standing>> StandingsAsync(CancellationToken cancellationToken)
    {
        var closed = await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where attempt.ClosedAt != null && !attempt.Simulated
            group attempt by new { Form = attempt.FormVersionId, Campaign = campaign.Id, Own = campaign.FormVersionId, campaign.PlanId } into those
            select new { those.Key, Count = those.Count() }).ToListAsync(cancellationToken);
        var plans = await db.ScoringPlans.Where(p => p.CampaignId == null).Select(p => new { p.FormVersionId, p.Number, p.Id }).ToListAsync(cancellationToken);
        Dictionary<Guid, Guid> current = plans.GroupBy(p => p.FormVersionId).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Number)!.Id);
        return
        [
            .. closed.GroupBy(c => c.Key.Form).Select(g => new Standing(InsightScope.OfForm(g.Key), g.Sum(c => c.Count), current[g.Key])),
            .. closed.Where(c => c.Key.Form == c.Key.Own).Select(c => new Standing(InsightScope.OfCampaign(c.Key.Form, c.Key.Campaign), c.Count, c.Key.PlanId ?? current[c.Key.Form])),
        ];
    }

    /// <summary>What stands of each form and campaign, without its content.</summary>
    private async Task<IReadOnlyDictionary<InsightScope, Drawn>> NewestOfAllAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from request in db.InsightRequests
            join row in db.Insights on request.Id equals row.Id
            where request.Kind != InsightKind.Comparison && request.KeyVersionId == null && row.Definition == InsightDrawing.Definition
            select new { request.Kind, request.FormVersionId, request.CampaignId, row.PlanId, row.Closed, row.DrawnAt }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => new InsightScope(r.Kind, r.FormVersionId, null, r.CampaignId))
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.DrawnAt).Select(r => new Drawn(r.PlanId, r.Closed, r.DrawnAt)).Last());
    }

    private IQueryable<InsightRequest> Of(InsightScope scope) => db.InsightRequests.Where(r =>
        r.Kind == scope.Kind && r.FormVersionId == scope.Form && r.KeyVersionId == scope.Key && r.CampaignId == scope.Campaign);

    private async Task<Guid> AddAsync(InsightScope scope, string? question, Guid? staff)
    {
        var request = new InsightRequest
        {
            Id = Guid.CreateVersion7(),
            Kind = scope.Kind,
            FormVersionId = scope.Form,
            KeyVersionId = scope.Key,
            CampaignId = scope.Campaign,
            Question = question,
            AskedAt = time.Now,
            AskedBy = staff,
        };
        db.InsightRequests.Add(request);
        await db.SaveChangesAsync(CancellationToken.None);
        db.Entry(request).State = EntityState.Detached;
        if (staff is not null)
        {
            await jobs.NudgeAsync<RefreshStatistics>();
        }

        return request.Id;
    }

    /// <param name="Closed">Attempts of real people that have ended by now.</param>
    /// <param name="Plan">Under which they are scored.</param>
    private sealed record Standing(InsightScope Scope, int Closed, Guid Plan);

    private sealed record Drawn(Guid? Plan, int Closed, DateTimeOffset At);
}

/// <summary>What statistics are about.</summary>
/// <param name="Key">Of a form: another key version than that of its current plan.</param>
public sealed record InsightScope(InsightKind Kind, Guid Form, Guid? Key, Guid? Campaign)
{
    public static InsightScope OfForm(Guid form) => new(InsightKind.Form, form, null, null);

    public static InsightScope OfCampaign(Guid form, Guid campaign) => new(InsightKind.Campaign, form, null, campaign);
}

public sealed record DrawnInsight(InsightRequest Request, InsightRow Row);
