using EqAssess.Data;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Rights;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Jobs.Groups;

/// <summary>Voluntary answers in step with the sittings of a comparison. The job makes mean differences of them, and keeps nothing else.</summary>
internal sealed class ComparisonGroups(EqAssessDb db, AnsweredGroups answered)
{
    /// <summary>By question; who preferred not to say has no answer.</summary>
    public async Task<IReadOnlyList<GroupAnswers>> OfAsync(Guid form, IReadOnlyList<Sitting> sittings, CancellationToken cancellationToken)
    {
        List<Guid> campaigns = await db.Campaigns.Where(c => c.FormVersionId == form).Select(c => c.Id).ToListAsync(cancellationToken);
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> answers =
            await answered.OfAsync([.. sittings.Select(s => s.Attempt)], campaigns, cancellationToken);
        return
        [
            .. answers.Values.SelectMany(own => own.Keys).Distinct().Order(StringComparer.Ordinal)
                .Select(question => new GroupAnswers(question, [.. sittings.Select(s => AnswerTo(question, answers.GetValueOrDefault(s.Attempt)))])),
        ];
    }

    private static string? AnswerTo(string question, IReadOnlyDictionary<string, string>? own) =>
        own is not null && own.TryGetValue(question, out string? answer) && answer != MonitoringForms.PreferNot ? answer : null;
}
