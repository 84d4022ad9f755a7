using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Rights;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Voluntary answers for selection-rate monitoring. The person who gave them can read and withdraw them, also while a legal hold is on: they were given freely. No page of staff shows any.</summary>
public sealed class MonitoringService(EqAssessDb db, MonitoringSubjects subjects)
{
    /// <summary>Codes of answers by code of the question; empty where none were given, or all were withdrawn.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Guid attempt, CancellationToken cancellationToken)
    {
        string? subject = await subjects.FindAsync(attempt, cancellationToken);
        return await db.MonitoringAnswers.AsNoTracking().Where(a => a.Subject == subject)
            .ToDictionaryAsync(a => a.Question, a => a.Answer, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Puts these answers in the place of earlier ones. What the country's form does not ask, or offer, is left out.</summary>
    public async Task SaveAsync(Guid attempt, CampaignRow campaign, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        string subject = await subjects.OfAsync(attempt, cancellationToken);
        List<MonitoringQuestion> answered =
            [.. MonitoringForms.Of(campaign.Country).Where(q => answers.TryGetValue(q.Code, out string? answer) && q.Answers.Contains(answer))];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.MonitoringAnswers.Where(a => a.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        db.MonitoringAnswers.AddRange(answered.Select(q => new MonitoringAnswer
        {
            // Random: an id that holds its instant would tell whose answer it is.
            Id = Guid.NewGuid(), CampaignId = campaign.Id, Subject = subject, Question = q.Code, Answer = answers[q.Code],
        }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task WithdrawAsync(Guid attempt, CancellationToken cancellationToken)
    {
        string? subject = await subjects.FindAsync(attempt, cancellationToken);
        await db.MonitoringAnswers.Where(a => a.Subject == subject).ExecuteDeleteAsync(cancellationToken);
    }
}
