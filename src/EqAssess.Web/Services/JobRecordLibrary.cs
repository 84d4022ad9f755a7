using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Job-relatedness records as they stand in the database.</summary>
public sealed class JobRecordLibrary(EqAssessDb db, TimeProvider time)
{
    /// <summary>Every version, jobs by name and the newest version of each first.</summary>
    public async Task<IReadOnlyList<JobRecordListed>> ListAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from record in db.JobRecords
            join bank in db.Banks on record.BankId equals bank.Id
            select new
            {
                record,
                bank.Title,
                Tasks = db.JobTasks.Count(t => t.JobRecordId == record.Id),
                Raters = db.JobRaters.Count(r => r.JobRecordId == record.Id && r.RevokedAt == null),
                Done = db.JobRaters.Count(r => r.JobRecordId == record.Id && r.RevokedAt == null && r.DoneAt != null),
            }).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. found.Select(f => new JobRecordListed(f.record, f.Title, f.Tasks, f.Raters, f.Done))
                .OrderBy(l => found.Where(o => o.record.SeriesId == l.Row.SeriesId).MaxBy(o => o.record.Number)!.record.JobTitle, StringComparer.OrdinalIgnoreCase)
                .ThenBy(l => l.Row.SeriesId).ThenByDescending(l => l.Row.Number),
        ];
    }

    /// <summary>What a campaign can be opened on today: of each job the newest finished version, as long as it holds.</summary>
    public async Task<IReadOnlyList<JobRecordListed>> OfferedAsync(CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(cancellationToken)).Where(l => l.Row.Stage == JobRecordStage.Finished)
            .GroupBy(l => l.Row.SeriesId).Select(series => series.MaxBy(l => l.Row.Number)!).Where(l => IsCurrent(l.Row)),
    ];

    public Task<bool> ExistsAsync(Guid record) => db.JobRecords.AnyAsync(r => r.Id == record);

    /// <returns>Null where there is no such record.</returns>
    public async Task<JobRecordContent?> FindAsync(Guid record, CancellationToken cancellationToken)
    {
        JobRecordRow? row = await db.JobRecords.AsNoTracking().SingleOrDefaultAsync(r => r.Id == record, cancellationToken);
        if (row is null)
        {
            return null;
        }

        string head = await db.Banks.Where(b => b.Id == row.BankId).Select(b => b.Head).SingleAsync(cancellationToken);
        List<JobTask> tasks = await db.JobTasks.AsNoTracking().Where(t => t.JobRecordId == record).OrderBy(t => t.Position).ToListAsync(cancellationToken);
        List<JobRater> raters = await db.JobRaters.AsNoTracking().Where(r => r.JobRecordId == record).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        return new JobRecordContent(
            row,
            BankLibrary.HeadOf(head),
            await db.Users.Where(u => u.Id == row.CreatedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken),
            tasks,
            await LinksAsync(record, cancellationToken),
            raters,
            await EvidenceAsync(record, tasks, cancellationToken));
    }

    public bool IsCurrent(JobRecordRow row) => row.FinishedOn() is DateOnly finished && JobRecordRules.IsCurrent(finished, Today);

    private DateOnly Today => DateOnly.FromDateTime(time.Now.UtcDateTime);

    private async Task<HashSet<(Guid Task, string Domain)>> LinksAsync(Guid record, CancellationToken cancellationToken)
    {
        var links = await (
            from link in db.JobTaskLinks
            join task in db.JobTasks on link.JobTaskId equals task.Id
            where task.JobRecordId == record
            select new { link.JobTaskId, link.Domain }).ToListAsync(cancellationToken);
        return [.. links.Select(l => (l.JobTaskId, l.Domain))];
    }

    /// <summary>What the raters say who handed in and were not taken out.</summary>
    private async Task<IReadOnlyList<TaskEvidence>> EvidenceAsync(Guid record, List<JobTask> tasks, CancellationToken cancellationToken)
    {
        ILookup<Guid, TaskRating> ratings = (await (
            from rating in db.JobRatings
            join rater in db.JobRaters on rating.JobRaterId equals rater.Id
            where rater.JobRecordId == record && rater.RevokedAt == null && rater.DoneAt != null && rating.Importance != null && rating.Frequency != null
            select new { rating.JobTaskId, Importance = rating.Importance!.Value, Frequency = rating.Frequency!.Value }).ToListAsync(cancellationToken))
            .ToLookup(r => r.JobTaskId, r => new TaskRating(r.Importance, r.Frequency));
        return [.. tasks.Select(t => TaskEvidence.Of(t.Id, [.. ratings[t.Id]]))];
    }
}

/// <param name="Raters">Links that were not taken back.</param>
/// <param name="Done">Those of them who handed in.</param>
public sealed record JobRecordListed(JobRecordRow Row, string BankTitle, int Tasks, int Raters, int Done);

/// <param name="Author">Null for the demonstration.</param>
/// <param name="Tasks">In their order.</param>
/// <param name="Evidence">One per task, in the same order.</param>
public sealed record JobRecordContent(
    JobRecordRow Row,
    Bank Bank,
    string? Author,
    IReadOnlyList<JobTask> Tasks,
    IReadOnlySet<(Guid Task, string Domain)> Links,
    IReadOnlyList<JobRater> Raters,
    IReadOnlyList<TaskEvidence> Evidence)
{
    /// <summary>Raters who were not taken out.</summary>
    public int Active => Raters.Count(r => r.RevokedAt is null);

    public int Done => Raters.Count(r => r is { RevokedAt: null, DoneAt: not null });

    /// <summary>Means are for the reader from this many raters on; below, they would give single answers away.</summary>
    public bool ShowsMeans => Done >= JobRecordRules.LeastRaters;

    /// <summary>Codes of the domains that rest on a task that matters.</summary>
    public IReadOnlyList<string> Linked => JobRecordRules.Linked([.. Bank.Domains.Select(d => d.Code)], [.. Links], Evidence);

    public IReadOnlyList<JobRecordShortfall> Shortfalls => JobRecordRules.Shortfalls(Done, Evidence, Linked);

    public TaskEvidence EvidenceOf(JobTask task) => Evidence.Single(e => e.Task == task.Id);
}

public static class JobRecordDays
{
    /// <summary>The day, in UTC, on which a version was finished; null before.</summary>
    public static DateOnly? FinishedOn(this JobRecordRow row) => row.FinishedAt is DateTimeOffset at ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    /// <summary>The day from which on it opens no further campaign; null before it is finished.</summary>
    public static DateOnly? ReviewOn(this JobRecordRow row) => row.FinishedOn() is DateOnly finished ? JobRecordRules.ReviewOn(finished) : null;
}
