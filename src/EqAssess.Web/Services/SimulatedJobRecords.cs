using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.JobRecords;
using EqAssess.Web.Composition;

namespace EqAssess.Web.Services;

/// <summary>
/// A finished record for a demonstration, rated by nobody: what the bank says of its facets stands in as tasks, and eight simulated raters
/// find them important. Seeded: the same bank, the same ratings.
/// </summary>
public sealed class SimulatedJobRecords(EqAssessDb db, BankLibrary banks, JobRecordService records, TimeProvider time)
{
    private const int Seed = 20261122;
    private const int Raters = 8;

    /// <returns>Null outside a demonstration.</returns>
    public async Task<Guid?> MakeAsync(Guid bank, string jobTitle, CancellationToken cancellationToken)
    {
        Bank head = await banks.HeadAsync(bank, cancellationToken);
        List<(string Domain, string Text)> tasks = [.. head.Domains.SelectMany(d => d.Facets.Select(f => (d.Code, TaskOf(f))))];
        JobRecordCreated created = await records.CreateAsync(
            new NewJobRecord(bank, jobTitle, string.Join('\n', tasks.Select(t => t.Text)), Simulated: true, CreatedBy: null), cancellationToken);
        if (created.Record is not Guid record)
        {
            return null;
        }

        List<JobTask> rows = [.. db.JobTasks.Local.Where(t => t.JobRecordId == record).OrderBy(t => t.Position)];
        await records.LinkAsync(record, [.. rows.SelectMany(r => tasks.Where(t => t.Text == r.Text).Select(t => (r.Id, t.Domain)))]);
        await records.OpenAsync(record);
        var random = new Random(Seed);
        for (int number = 1; number <= Raters; number++)
        {
            AddRater(record, rows, number, random);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await records.FinishAsync(record, by: null) ? record : null;
    }

    private void AddRater(Guid record, List<JobTask> tasks, int number, Random random)
    {
        var rater = new JobRater
        {
            Id = Guid.CreateVersion7(),
            JobRecordId = record,
            Number = number,
            TokenHash = Tokens.HashOf(Tokens.Mint()),
            CreatedAt = time.Now,
            Role = RaterRoles.All[number % RaterRoles.All.Count],
            DoneAt = time.Now,
        };
        db.JobRaters.Add(rater);
        db.JobRatings.AddRange(tasks.Select(t => new JobRating { JobRaterId = rater.Id, JobTaskId = t.Id, Importance = random.Next(3, 6), Frequency = random.Next(2, 6) }));
    }

    private static string TaskOf(Facet facet) => string.Join(' ', facet.Behaviour.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var text && text.Length <= JobTaskList.LongestTask
        ? text : facet.Title;
}
