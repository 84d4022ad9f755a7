using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What the staff does with a job-relatedness record: writes tasks, links domains, has them rated, finishes it, begins the next version.</summary>
public sealed class JobRecordService(EqAssessDb db, JobRecordLibrary library, WorkspaceFacts facts, TimeProvider time)
{
    private const int LongestTitle = 200;

    public async Task<JobRecordCreated> CreateAsync(NewJobRecord record, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> tasks = JobTaskList.Read(record.Tasks);
        List<JobRecordProblem> problems =
        [
            .. TitleProblems(record.JobTitle),
            .. await db.Banks.AnyAsync(b => b.Id == record.Bank, cancellationToken) ? Array.Empty<JobRecordProblem>() : [JobRecordProblem.NoBank],
            .. JobTaskList.Problems(tasks),
            .. record.Simulated && !facts.Demonstration ? [JobRecordProblem.SimulatedOutsideDemonstration] : Array.Empty<JobRecordProblem>(),
        ];
        if (problems.Count > 0)
        {
            return new JobRecordCreated(null, problems);
        }

        Guid id = Guid.CreateVersion7();
        db.JobRecords.Add(RowOf(id, id, 1, record.Bank, record.JobTitle.Trim(), record.Simulated, record.CreatedBy));
        db.JobTasks.AddRange(tasks.Select((text, i) => TaskOf(id, i + 1, text)));
        await db.SaveChangesAsync(cancellationToken);
        return new JobRecordCreated(id, []);
    }

    /// <summary>Takes over job title and tasks while the version is prepared. A task whose words stay keeps its links.</summary>
    /// <returns>What is to be mended; null where somebody opened the version to raters meanwhile.</returns>
    public async Task<IReadOnlyList<JobRecordProblem>?> WriteAsync(Guid record, string? jobTitle, string? typed)
    {
        IReadOnlyList<string> texts = JobTaskList.Read(typed);
        List<JobRecordProblem> problems = [.. TitleProblems(jobTitle), .. JobTaskList.Problems(texts)];
        if (problems.Count > 0)
        {
            return problems;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(record, JobRecordStage.Preparing))
        {
            return null;
        }

        string title = jobTitle!.Trim();
        await db.JobRecords.Where(r => r.Id == record).ExecuteUpdateAsync(s => s.SetProperty(r => r.JobTitle, title));
        await ReplaceTasksAsync(record, texts);
        await transaction.CommitAsync();
        return [];
    }

    /// <summary>Says in which tasks which domains are needed, until the version is finished. What is no task or no domain is left out.</summary>
    /// <returns>Whether it was taken over.</returns>
    public async Task<bool> LinkAsync(Guid record, IReadOnlyCollection<(Guid Task, string Domain)> links)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(record, JobRecordStage.Preparing) && !await HoldsAsync(record, JobRecordStage.Rating))
        {
            return false;
        }

        JobRecordContent content = (await library.FindAsync(record, CancellationToken.None))!;
        List<Guid> tasks = [.. content.Tasks.Select(t => t.Id)];
        await db.JobTaskLinks.Where(l => tasks.Contains(l.JobTaskId)).ExecuteDeleteAsync();
        db.JobTaskLinks.AddRange(links.Distinct().Where(l => tasks.Contains(l.Task) && content.Bank.Domains.Any(d => d.Code == l.Domain))
            .Select(l => new JobTaskLink { JobTaskId = l.Task, Domain = l.Domain }));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>From now on raters may rate, and tasks stay as they are.</summary>
    public async Task<bool> OpenAsync(Guid record) =>
        await db.JobRecords.Where(r => r.Id == record && r.Stage == JobRecordStage.Preparing && db.JobTasks.Any(t => t.JobRecordId == record))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, JobRecordStage.Rating)) > 0;

    /// <summary>Back to writing tasks, while nobody has rated one.</summary>
    public async Task<bool> ReopenAsync(Guid record) =>
        await db.JobRecords.Where(r => r.Id == record && r.Stage == JobRecordStage.Rating && !db.JobRatings.Any(g => db.JobTasks.Any(t => t.Id == g.JobTaskId && t.JobRecordId == record)))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, JobRecordStage.Preparing)) > 0;

    /// <summary>Finishes a version that lacks nothing. Links of raters who have not handed in end with it.</summary>
    public async Task<bool> FinishAsync(Guid record, Guid? by)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(record, JobRecordStage.Rating) || (await library.FindAsync(record, CancellationToken.None))!.Shortfalls.Count > 0)
        {
            return false;
        }

        DateTimeOffset now = time.Now;
        await db.JobRecords.Where(r => r.Id == record).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.Stage, JobRecordStage.Finished).SetProperty(r => r.FinishedAt, now).SetProperty(r => r.FinishedBy, by));
        await transaction.CommitAsync();
        return true;
    }

    /// <summary>Begins the next version as a copy of a finished one: its tasks and links. Ratings are asked for anew.</summary>
    /// <returns>The next version, or the one that is under way already; null where the version is not finished.</returns>
    public async Task<Guid?> CopyAsync(Guid record, Guid? by)
    {
        if (await library.FindAsync(record, CancellationToken.None) is not { Row: { Stage: JobRecordStage.Finished } row } from)
        {
            return null;
        }

        JobRecordRow newest = await db.JobRecords.AsNoTracking().Where(r => r.SeriesId == row.SeriesId).OrderByDescending(r => r.Number).FirstAsync();
        if (newest.Stage != JobRecordStage.Finished)
        {
            return newest.Id;
        }

        Guid id = Guid.CreateVersion7();
        db.JobRecords.Add(RowOf(id, row.SeriesId, newest.Number + 1, row.BankId, row.JobTitle, row.Simulated, by));
        foreach (JobTask task in from.Tasks)
        {
            JobTask copy = TaskOf(id, task.Position, task.Text);
            db.JobTasks.Add(copy);
            db.JobTaskLinks.AddRange(from.Links.Where(l => l.Task == task.Id).Select(l => new JobTaskLink { JobTaskId = copy.Id, Domain = l.Domain }));
        }

        try
        {
            await db.SaveChangesAsync();
            return id;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the first of the two made the version.
            db.ChangeTracker.Clear();
            return await db.JobRecords.Where(r => r.SeriesId == row.SeriesId).OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync();
        }
    }

    /// <summary>Whether the version is in the stage. Where it is, it stays there until the transaction ends: a row that is written is locked, on each database.</summary>
    private async Task<bool> HoldsAsync(Guid record, JobRecordStage stage) =>
        await db.JobRecords.Where(r => r.Id == record && r.Stage == stage).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, stage)) > 0;

    private async Task ReplaceTasksAsync(Guid record, IReadOnlyList<string> texts)
    {
        List<JobTask> before = await db.JobTasks.Where(t => t.JobRecordId == record).ToListAsync();
        List<JobTask> gone = [.. before.Where(t => !texts.Contains(t.Text))];
        List<Guid> ids = [.. gone.Select(t => t.Id)];
        await db.JobTaskLinks.Where(l => ids.Contains(l.JobTaskId)).ExecuteDeleteAsync();
        db.JobTasks.RemoveRange(gone);
        foreach ((int place, string text) in texts.Index())
        {
            if (before.Find(t => t.Text == text) is { } known)
            {
                known.Position = place + 1;
            }
            else
            {
                db.JobTasks.Add(TaskOf(record, place + 1, text));
            }
        }

        await db.SaveChangesAsync();
    }

    private static IEnumerable<JobRecordProblem> TitleProblems(string? title) =>
        string.IsNullOrWhiteSpace(title) || title.Trim().Length > LongestTitle || title.Any(char.IsControl) ? [JobRecordProblem.NoTitle] : [];

    private JobRecordRow RowOf(Guid id, Guid series, int number, Guid bank, string title, bool simulated, Guid? by) => new()
    {
        Id = id,
        SeriesId = series,
        Number = number,
        BankId = bank,
        JobTitle = title,
        Stage = JobRecordStage.Preparing,
        Simulated = simulated,
        CreatedBy = by,
        CreatedAt = time.Now,
    };

    private static JobTask TaskOf(Guid record, int position, string text) => new()
    {
        Id = Guid.CreateVersion7(), JobRecordId = record, Position = position, Text = text,
    };
}

/// <param name="Tasks">One a line.</param>
/// <param name="Simulated">The raters are no people; in a demonstration only.</param>
public sealed record NewJobRecord(Guid Bank, string JobTitle, string Tasks, bool Simulated, Guid? CreatedBy);

/// <param name="Record">Null when problems keep it from being made.</param>
public sealed record JobRecordCreated(Guid? Record, IReadOnlyList<JobRecordProblem> Problems);

/// <summary>What to mend in a record. Worded in StaffWords.</summary>
public enum JobRecordProblem
{
    NoTitle,
    NoBank,
    NoTasks,
    TooManyTasks,
    LongTask,
    SimulatedOutsideDemonstration,
}
