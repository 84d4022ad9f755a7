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

    /// <summary>The newest statistics of a form under a key, or of a campaign; null before the first.</summary>
    /// <param name="key">Null for the key of the current plan.</param>
    public async Task<DrawnInsight?> NewestAsync(InsightScope scope, CancellationToken cancellationToken) => await (
        from request in Of(scope)
        join row in db.Insights on request.Id equals row.Id
        orderby row.DrawnAt descending, row.Id descending
        select new DrawnInsight(request, row)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    public async Task<DrawnInsight?> FindAsync(Guid insight, CancellationToken cancellationToken) => await (
        from request in db.InsightRequests
        join row in db.Insights on request.Id equals row.Id
        where request.Id == insight
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
        int asked = 0;
        foreach (InsightScope scope in await ScopesAsync(cancellationToken))
        {
            asked += await IsDueAsync(scope, cancellationToken) && await AskAsync(scope, staff: null, cancellationToken) ? 1 : 0;
        }

        return asked;
    }

    /// <summary>What was asked for and is not there, form by form, so that each form is read once.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken) =>
        await db.InsightRequests.Where(r => !db.Insights.Any(i => i.Id == r.Id))
            .OrderBy(r => r.FormVersionId).ThenBy(r => r.AskedAt).Select(r => r.Id).ToListAsync(cancellationToken);

    private async Task<bool> IsDueAsync(InsightScope scope, CancellationToken cancellationToken)
    {
        int closed = await ClosedAsync(scope, cancellationToken);
        return closed > 0 && (await NewestAsync(scope, cancellationToken) is not { } newest
            || newest.Row.PlanId != await PlanIdAsync(scope, cancellationToken)
            || closed >= newest.Row.Closed * Growth
            || (closed != newest.Row.Closed && time.Now - newest.Row.DrawnAt >= Age));
    }

    /// <summary>Every form and campaign with an attempt of a real person that has ended.</summary>
    private async Task<IReadOnlyList<InsightScope>> ScopesAsync(CancellationToken cancellationToken)
    {
        var campaigns = await (
            from attempt in db.Attempts
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where attempt.ClosedAt != null && !attempt.Simulated && attempt.FormVersionId == campaign.FormVersionId
            select new { attempt.FormVersionId, invitation.CampaignId }).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. campaigns.Select(c => c.FormVersionId).Distinct().Select(InsightScope.OfForm),
            .. campaigns.Select(c => InsightScope.OfCampaign(c.FormVersionId, c.CampaignId)),
        ];
    }

    private async Task<Guid?> PlanIdAsync(InsightScope scope, CancellationToken cancellationToken)
    {
        Guid? pinned = scope.Campaign is null ? null : await db.Campaigns.Where(c => c.Id == scope.Campaign).Select(c => c.PlanId).SingleAsync(cancellationToken);
        return pinned ?? await db.ScoringPlans.Where(p => p.FormVersionId == scope.Form && p.CampaignId == null).OrderByDescending(p => p.Number)
            .Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
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
}

/// <summary>What statistics are about.</summary>
/// <param name="Key">Of a form: another key version than that of its current plan.</param>
public sealed record InsightScope(InsightKind Kind, Guid Form, Guid? Key, Guid? Campaign)
{
    public static InsightScope OfForm(Guid form) => new(InsightKind.Form, form, null, null);

    public static InsightScope OfCampaign(Guid form, Guid campaign) => new(InsightKind.Campaign, form, null, campaign);
}

public sealed record DrawnInsight(InsightRequest Request, InsightRow Row);
