using EqAssess.Data;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Rights;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Voluntary answers beside sittings, inside the job that makes aggregates of them and nowhere else.</summary>
public sealed class InsightGroups(EqAssessDb db, MonitoringSubjects subjects)
{
    /// <summary>By question; who preferred not to say has no answer.</summary>
    public async Task<IReadOnlyList<GroupAnswers>> OfAsync(Guid form, IReadOnlyList<Sitting> sittings, CancellationToken cancellationToken)
    {
        var answers = await db.MonitoringAnswers
            .Where(a => db.Campaigns.Any(c => c.Id == a.CampaignId && c.FormVersionId == form) && a.Answer != MonitoringForms.PreferNot)
            .Select(a => new { a.Subject, a.Question, a.Answer }).ToListAsync(cancellationToken);
        if (answers.Count == 0)
        {
            return [];
        }

        IReadOnlyDictionary<string, Guid> attempts = await subjects.FindAsync([.. sittings.Select(s => s.Attempt)], cancellationToken);
        Dictionary<Guid, int> places = sittings.Index().ToDictionary(s => s.Item.Attempt, s => s.Index);
        var found = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            if (attempts.TryGetValue(answer.Subject, out Guid attempt) && places.TryGetValue(attempt, out int place))
            {
                found.TryAdd(answer.Question, new string?[sittings.Count]);
                found[answer.Question][place] = answer.Answer;
            }
        }

        return [.. found.Select(f => new GroupAnswers(f.Key, f.Value))];
    }
}
