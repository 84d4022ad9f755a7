using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Links of the people who rate the tasks of a job. Each opens the ratings of one of them, and is shown once.</summary>
public sealed class JobRaterLinks(EqAssessDb db, TimeProvider time)
{
    /// <summary>Links of one version at most, those that were taken back included.</summary>
    public const int Most = 100;

    /// <returns>None where the version is not open to raters.</returns>
    public async Task<IReadOnlyList<RaterLink>> AddAsync(Guid record, int count)
    {
        if (!await db.JobRecords.AnyAsync(r => r.Id == record && r.Stage == JobRecordStage.Rating))
        {
            return [];
        }

        int last = await db.JobRaters.Where(r => r.JobRecordId == record).MaxAsync(r => (int?)r.Number) ?? 0;
        List<RaterLink> links = [.. Enumerable.Range(last + 1, Math.Clamp(count, 0, Most - Math.Min(Most, last))).Select(n => new RaterLink(n, Tokens.Mint()))];
        db.JobRaters.AddRange(links.Select(l => new JobRater
        {
            Id = Guid.CreateVersion7(), JobRecordId = record, Number = l.Number, TokenHash = Tokens.HashOf(l.Token), CreatedAt = time.Now,
        }));
        try
        {
            await db.SaveChangesAsync();
            return links;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // A double click: the first of the two has shown its links.
            return [];
        }
    }

    /// <summary>Mints a new link for a rater who lost theirs; the old one ends.</summary>
    /// <returns>Null for a rater who was taken out or has handed in, or where the version is finished.</returns>
    public async Task<RaterLink?> RenewAsync(Guid record, Guid rater)
    {
        string token = Tokens.Mint();
        string hash = Tokens.HashOf(token);
        int changed = await Open(record, rater).Where(r => r.DoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.TokenHash, hash));
        return changed == 0 ? null : new RaterLink(await db.JobRaters.Where(r => r.Id == rater).Select(r => r.Number).SingleAsync(), token);
    }

    /// <summary>Takes a rater out: the link ends, and the ratings stay stored and count for nothing.</summary>
    public async Task<bool> RevokeAsync(Guid record, Guid rater)
    {
        DateTimeOffset now = time.Now;
        return await Open(record, rater).ExecuteUpdateAsync(s => s.SetProperty(r => r.RevokedAt, now)) > 0;
    }

    private IQueryable<JobRater> Open(Guid record, Guid rater) => db.JobRaters.Where(r =>
        r.Id == rater && r.JobRecordId == record && r.RevokedAt == null && db.JobRecords.Any(j => j.Id == record && j.Stage != JobRecordStage.Finished));
}

/// <param name="Token">Shown once; only its hash is stored.</param>
public sealed record RaterLink(int Number, string Token);
