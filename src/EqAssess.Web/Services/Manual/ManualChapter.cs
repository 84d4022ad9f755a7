using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services.Manual;

/// <summary>One chapter of a technical manual: it reads its facts, and Domain says what they mean. Chapters stand in the order in which they are registered.</summary>
public abstract class ManualChapter
{
    public abstract Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken);
}

/// <summary>What a manual is about.</summary>
/// <param name="Plan">The current one of the whole form.</param>
public sealed record ManualSubject(FormVersionRow Row, Bank Bank, FormVersion Form, ScoringPlan Plan, ReportWords Words)
{
    public Guid Id => Row.Id;
}

internal static class ManualDays
{
    /// <summary>The day of an instant, in UTC.</summary>
    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
