using EqAssess.Data;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs.Groups;

/// <summary>
/// The one place where voluntary answers and attempts meet. It belongs to a job that keeps aggregates alone: it is not registered, and no page
/// and no service can ask for it.
/// </summary>
internal sealed class AnsweredGroups(EqAssessDb db, MonitoringSubjects subjects)
{
    /// <summary>Code of the answer by code of the question, of each attempt that has any.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> OfAsync(
        IReadOnlyCollection<Guid> attempts, IReadOnlyCollection<Guid> campaigns, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, Guid> known = await subjects.FindAsync(attempts, cancellationToken);
        var answers = await db.MonitoringAnswers.Where(a => campaigns.Contains(a.CampaignId))
            .Select(a => new { a.Subject, a.Question, a.Answer }).ToListAsync(cancellationToken);
        return answers.Where(a => known.ContainsKey(a.Subject)).GroupBy(a => known[a.Subject])
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, string>)g.ToDictionary(a => a.Question, a => a.Answer, StringComparer.Ordinal));
    }

    /// <summary>Campaigns in which anybody has answered.</summary>
    public async Task<IReadOnlyList<Guid>> CampaignsAsync(CancellationToken cancellationToken) =>
        await db.MonitoringAnswers.Select(a => a.CampaignId).Distinct().ToListAsync(cancellationToken);
}
