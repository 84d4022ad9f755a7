using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Norm versions as they stand: reading them, publishing and withdrawing. None of them ever changes.</summary>
public sealed class NormLibrary(EqAssessDb db, StaffWords words, TimeProvider time)
{
    public const int ShortestNote = 10;
    public const int LongestNote = 500;

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<NormListed>> ListAsync(CancellationToken cancellationToken) =>
        await Listed(db.NormVersions).OrderByDescending(n => n.Row.CreatedAt).ToListAsync(cancellationToken);

    public async Task<NormListed?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Listed(db.NormVersions.Where(n => n.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The published group on the same form with the same scoring and source that stands now, beside which a new one is looked at; null for none.</summary>
    public async Task<NormVersionRow?> BeforeAsync(NormVersionRow row, CancellationToken cancellationToken) =>
        await db.NormVersions.AsNoTracking()
            .Where(n => n.FormVersionId == row.FormVersionId && n.ScoringSha256 == row.ScoringSha256 && n.Source == row.Source && n.Number < row.Number
                && db.NormEvents.Any(e => e.NormVersionId == n.Id && e.Kind == NormEventKind.Published)
                && !db.NormEvents.Any(e => e.NormVersionId == n.Id && e.Kind == NormEventKind.Withdrawn))
            .OrderByDescending(n => n.Number).FirstOrDefaultAsync(cancellationToken);

    public static IReadOnlyList<double> ScoresOf(NormVersionRow row) => JsonSerializer.Deserialize<List<double>>(row.Scores) ?? [];

    public NormGroup GroupOf(NormVersionRow row, bool fits) => new(
        row.Id,
        row.Title,
        row.Number,
        new NormSample(ScoresOf(row)),
        row.Transformation,
        row.CollectedFrom,
        row.CollectedTo,
        words[$"Norm.People.{row.Source}", row.RoleFamily] + (row.Countries.Length == 0 ? "" : $" ({row.Countries})"),
        fits);

    /// <param name="note">Needed where the group differs from the one before by more than may pass without a person's word, or comes too soon after it.</param>
    /// <returns>Null where it is published now; otherwise what is missing.</returns>
    public async Task<NormPublishing?> PublishAsync(NormVersionRow row, string? note, Guid? staff, CancellationToken cancellationToken)
    {
        string said = (note ?? "").Trim();
        if (NormStanding.OfSize(row.Persons) == NormSize.TooFew || NormStanding.OfAge(row.CollectedTo, DateOnly.FromDateTime(time.Now.UtcDateTime)) == NormAge.Expired)
        {
            return NormPublishing.NotUsable;
        }

        return await NeedsWordAsync(row, cancellationToken) && said.Length < ShortestNote ? NormPublishing.NoReason
            : said.Length > LongestNote ? NormPublishing.NoReason
            : await AddAsync(row.Id, NormEventKind.Published, said, staff, AuditService.NormsPublished) ? null
            : NormPublishing.Meanwhile;
    }

    /// <summary>Whether somebody has to say why the group is published although it differs from the one before, or follows it too soon.</summary>
    public async Task<bool> NeedsWordAsync(NormVersionRow row, CancellationToken cancellationToken) =>
        await BeforeAsync(row, cancellationToken) is { } before
        && (!NormComparison.Between(ScoresOf(before), ScoresOf(row)).MayBePublished || ComesTooSoon(before, row));

    /// <summary>At most once in a quarter, or when a quarter more people have come.</summary>
    public static bool ComesTooSoon(NormVersionRow before, NormVersionRow after) =>
        after.CreatedAt < before.CreatedAt.AddMonths(3) && after.Persons < 1.25 * before.Persons;

    /// <summary>Takes it from what campaigns may choose. Those that have it keep it.</summary>
    public async Task<NormPublishing?> WithdrawAsync(Guid id, string? note, Guid? staff)
    {
        string said = (note ?? "").Trim();
        return said.Length is < ShortestNote or > LongestNote ? NormPublishing.NoReason
            : await AddAsync(id, NormEventKind.Withdrawn, said, staff, AuditService.NormsWithdrawn) ? null
            : NormPublishing.Meanwhile;
    }

    private async Task<bool> AddAsync(Guid id, NormEventKind kind, string note, Guid? staff, string act)
    {
        db.NormEvents.Add(new NormEvent { NormVersionId = id, Kind = kind, At = time.Now, By = staff, Note = note });
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = act, Subject = id });
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private IQueryable<NormListed> Listed(IQueryable<NormVersionRow> rows) =>
        from row in rows.AsNoTracking()
        join form in db.FormVersions on row.FormVersionId equals form.Id
        select new NormListed
        {
            Row = row,
            FormTitle = form.Title,
            FormNumber = form.Number,
            Published = db.NormEvents.FirstOrDefault(e => e.NormVersionId == row.Id && e.Kind == NormEventKind.Published),
            Withdrawn = db.NormEvents.FirstOrDefault(e => e.NormVersionId == row.Id && e.Kind == NormEventKind.Withdrawn),
            Campaigns = db.Campaigns.Count(c => c.NormVersionId == row.Id),
        };
}

public sealed class NormListed
{
    public required NormVersionRow Row { get; init; }

    public required string FormTitle { get; init; }

    public required int FormNumber { get; init; }

    /// <summary>Null for a draft.</summary>
    public required NormEvent? Published { get; init; }

    public required NormEvent? Withdrawn { get; init; }

    /// <summary>Campaigns that are pinned to it.</summary>
    public required int Campaigns { get; init; }

    /// <summary>The last part of the key of its state.</summary>
    public string State => Withdrawn is not null ? "Withdrawn" : Published is not null ? "Published" : "Draft";
}

/// <summary>Why a norm version was not published or withdrawn. Worded in StaffWords.</summary>
public enum NormPublishing
{
    /// <summary>Somebody has to say why.</summary>
    NoReason,

    /// <summary>Too few people, or too old.</summary>
    NotUsable,
    Meanwhile,
}
