using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What a rater does: rates tasks, keeps what is there so far, hands in.</summary>
public sealed class JobRaterService(EqAssessDb db, TimeProvider time)
{
    /// <summary>Looks a link up. Looking changes nothing, however often a mail scanner does it.</summary>
    /// <returns>Null for a link that leads nowhere, or not any more.</returns>
    public async Task<RaterSeat?> FindAsync(string token, CancellationToken cancellationToken)
    {
        string hash = Tokens.HashOf(token);
        JobRater? rater = await db.JobRaters.AsNoTracking().SingleOrDefaultAsync(r => r.TokenHash == hash && r.RevokedAt == null, cancellationToken);
        if (rater is null)
        {
            return null;
        }

        JobRecordRow record = await db.JobRecords.AsNoTracking().SingleAsync(r => r.Id == rater.JobRecordId, cancellationToken);
        List<JobTask> tasks = await db.JobTasks.AsNoTracking().Where(t => t.JobRecordId == record.Id).OrderBy(t => t.Position).ToListAsync(cancellationToken);
        List<JobRating> ratings = await db.JobRatings.AsNoTracking().Where(r => r.JobRaterId == rater.Id).ToListAsync(cancellationToken);
        return new RaterSeat(
            rater,
            record,
            tasks,
            new RaterAnswers(rater.Role, ratings.ToDictionary(r => r.JobTaskId, r => (r.Importance, r.Frequency))));
    }

    /// <summary>Stores what was answered so far; what is left open stays open, and takes nothing back.</summary>
    /// <param name="handIn">Whether this is all: then every task must be rated on both scales, and the role said.</param>
    /// <returns>False where the rater can no longer answer, or hands in too early; what fits is stored in the second case.</returns>
    public async Task<bool> SaveAsync(RaterSeat seat, RaterAnswers answers, bool handIn)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await HoldsAsync(seat))
        {
            return false;
        }

        RaterAnswers all = seat.Stored.With(answers);
        bool done = handIn && all.IsCompleteFor(seat.Tasks);
        DateTimeOffset? doneAt = done ? time.Now : null;
        await db.JobRaters.Where(r => r.Id == seat.Rater.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Role, all.Role).SetProperty(r => r.DoneAt, doneAt));
        List<JobRating> rows = await db.JobRatings.Where(r => r.JobRaterId == seat.Rater.Id).ToListAsync();
        foreach (JobTask task in seat.Tasks.Where(t => all.Ratings.ContainsKey(t.Id)))
        {
            Set(seat.Rater.Id, task.Id, all.Ratings[task.Id], rows.Find(r => r.JobTaskId == task.Id));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done == handIn;
    }

    /// <summary>Whether the rater may still answer. Where they may, the version stays where it is until the transaction ends.</summary>
    private async Task<bool> HoldsAsync(RaterSeat seat)
    {
        // Nothing changes by it; a row that is written is locked, on each database.
        int held = await db.JobRecords.Where(r => r.Id == seat.Record.Id && r.Stage == JobRecordStage.Rating)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, JobRecordStage.Rating));
        return held > 0 && await db.JobRaters.AnyAsync(
            r => r.Id == seat.Rater.Id && r.TokenHash == seat.Rater.TokenHash && r.RevokedAt == null && r.DoneAt == null);
    }

    private void Set(Guid rater, Guid task, (int? Importance, int? Frequency) given, JobRating? known)
    {
        if (known is not null)
        {
            (known.Importance, known.Frequency) = given;
            return;
        }

        db.JobRatings.Add(new JobRating { JobRaterId = rater, JobTaskId = task, Importance = given.Importance, Frequency = given.Frequency });
    }
}

/// <summary>Where a rater stands.</summary>
/// <param name="Tasks">In their order.</param>
/// <param name="Stored">What they have answered so far.</param>
public sealed record RaterSeat(JobRater Rater, JobRecordRow Record, IReadOnlyList<JobTask> Tasks, RaterAnswers Stored)
{
    public RaterState State => (Rater.DoneAt, Record.Stage) switch
    {
        (not null, _) => RaterState.Done,
        (_, JobRecordStage.Preparing) => RaterState.Waiting,
        (_, JobRecordStage.Rating) => RaterState.Open,
        _ => RaterState.Missed,
    };
}

/// <summary>What a rater answers.</summary>
/// <param name="Role">Code of a <see cref="RaterRoles"/>; null while it is not said.</param>
/// <param name="Ratings">By task; null on a scale on which it is not rated.</param>
public sealed record RaterAnswers(string? Role, IReadOnlyDictionary<Guid, (int? Importance, int? Frequency)> Ratings)
{
    /// <summary>These answers, with what is said anew in their place. What is not said anew stays.</summary>
    public RaterAnswers With(RaterAnswers anew) => new(
        anew.Role ?? Role,
        Ratings.Keys.Union(anew.Ratings.Keys).ToDictionary(t => t, t => (Of(anew, t).Importance ?? Of(this, t).Importance, Of(anew, t).Frequency ?? Of(this, t).Frequency)));

    public bool IsCompleteFor(IReadOnlyList<JobTask> tasks) => Role is not null && tasks.All(t => Of(this, t.Id) is { Importance: not null, Frequency: not null });

    private static (int? Importance, int? Frequency) Of(RaterAnswers answers, Guid task) => answers.Ratings.GetValueOrDefault(task);
}

/// <summary>What a rater's link leads to. Worded in JudgeWords.</summary>
public enum RaterState
{
    /// <summary>Tasks are still being written.</summary>
    Waiting,

    Open,

    Done,

    /// <summary>The record was finished before the rater handed in.</summary>
    Missed,
}
