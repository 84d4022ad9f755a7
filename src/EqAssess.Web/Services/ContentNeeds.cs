using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.JobRecords;
using EqAssess.Domain.Panels;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What banks, forms, panels and job records ask of those who keep them.</summary>
public sealed class ContentNeeds(EqAssessDb db, ItemReview review, ItemExperience experience, JobRecordLibrary records, TimeProvider time)
{
    /// <summary>So long before a record is due for review it is announced.</summary>
    private const int NoticeDays = 60;

    /// <summary>By bank: item versions in review that this member of staff may approve.</summary>
    public async Task<IReadOnlyList<BankNeed>> ToReviewAsync(Guid staff, CancellationToken cancellationToken)
    {
        var banks = await db.Banks.Where(b => db.ItemVersions.Any(v => v.BankId == b.Id && v.Status == ItemStatus.InReview))
            .OrderBy(b => b.Title).Select(b => new { b.Id, b.Title }).ToListAsync(cancellationToken);
        var needs = new List<BankNeed>();
        foreach (var bank in banks)
        {
            needs.Add(new BankNeed(bank.Id, bank.Title, (await review.ApprovableAsync(bank.Id, staff)).Count));
        }

        return [.. needs.Where(n => n.Count > 0)];
    }

    /// <summary>By bank: live items for whose text no key version was made.</summary>
    public async Task<IReadOnlyList<BankNeed>> UnkeyedAsync(CancellationToken cancellationToken) => await (
        from version in db.ItemVersions
        join bank in db.Banks on version.BankId equals bank.Id
        where version.Status == ItemStatus.Live && !db.KeyCoverages.Any(c => c.ItemVersionId == version.Id)
        group version by new { bank.Id, bank.Title } into those
        select new BankNeed(those.Key.Id, those.Key.Title, those.Count())).ToListAsync(cancellationToken);

    /// <summary>By bank: items about which somebody wrote a comment that nobody has settled.</summary>
    public async Task<IReadOnlyList<BankNeed>> DiscussedAsync(CancellationToken cancellationToken) => await (
        from item in db.ItemComments.Where(c => c.ResolvedAt == null).Select(c => new { c.BankId, c.ItemId }).Distinct()
        join bank in db.Banks on item.BankId equals bank.Id
        group item by new { bank.Id, bank.Title } into those
        select new BankNeed(those.Key.Id, those.Key.Title, those.Count())).ToListAsync(cancellationToken);

    /// <summary>Forms of which the bank could not assemble another one under the exposure limit of their blueprint: the newest version of each.</summary>
    public async Task<IReadOnlyList<FormNeed>> RunningLowAsync(CancellationToken cancellationToken)
    {
        var forms = await db.FormVersions.Where(f => f.Blueprint != null)
            .Select(f => new { f.Id, f.BankId, f.Title, f.Number, f.Blueprint }).ToListAsync(cancellationToken);
        var limited = forms.GroupBy(f => (f.BankId, f.Title)).Select(g => g.MaxBy(f => f.Number)!)
            .Select(f => (Form: f, Blueprint: JsonSerializer.Deserialize<Blueprint>(f.Blueprint!)!)).Where(f => f.Blueprint.MostAttempts is not null).ToLookup(f => f.Form.BankId);
        var low = new List<FormNeed>();
        foreach (var bank in limited)
        {
            IReadOnlyList<ExposedItem> items = await ExposedAsync(bank.Key, cancellationToken);
            Bank head = BankLibrary.HeadOf(await db.Banks.Where(b => b.Id == bank.Key).Select(b => b.Head).SingleAsync(cancellationToken));
            low.AddRange(bank.Select(f => new FormNeed(f.Form.BankId, f.Form.Title, [.. UnexposedItems.Lacking(f.Blueprint, items).Select(l => l with { Domain = TitleOf(head, l.Domain) })])).Where(f => f.Lacking.Count > 0));
        }

        return low;
    }

    /// <summary>Panels that wait for the staff: every judge who is in has handed the round in, or the panel has ended without a key.</summary>
    public async Task<IReadOnlyList<PanelNeed>> PanelsAsync(CancellationToken cancellationToken) => await db.Panels
        .Where(p => p.Stage == PanelStage.Closed
            || (db.PanelJudges.Any(j => j.PanelId == p.Id && j.RevokedAt == null)
                && ((p.Stage == PanelStage.RoundOne && !db.PanelJudges.Any(j => j.PanelId == p.Id && j.RevokedAt == null && j.RoundOneDoneAt == null))
                    || (p.Stage == PanelStage.RoundTwo && !db.PanelJudges.Any(j => j.PanelId == p.Id && j.RevokedAt == null && j.RoundOneDoneAt != null && j.RoundTwoDoneAt == null)))))
        .OrderBy(p => p.CreatedAt).Select(p => new PanelNeed(p.Id, p.Title, p.Stage)).ToListAsync(cancellationToken);

    /// <summary>Records with enough raters to be finished, and newest versions that are due for review or will be soon.</summary>
    public async Task<IReadOnlyList<RecordNeed>> JobRecordsAsync(CancellationToken cancellationToken)
    {
        DateOnly notice = DateOnly.FromDateTime(time.Now.UtcDateTime).AddDays(NoticeDays);
        return
        [
            .. (await records.ListAsync(cancellationToken)).GroupBy(l => l.Row.SeriesId).Select(series => series.MaxBy(l => l.Row.Number)!)
                .Where(l => l.Row.Stage == JobRecordStage.Rating ? l.Done >= JobRecordRules.LeastRaters : l.Row.ReviewOn() <= notice)
                .Select(l => new RecordNeed(l.Row.Id, l.Row.JobTitle, l.Row.ReviewOn())),
        ];
    }

    private static string TitleOf(Bank bank, string domain) => bank.Domains.FirstOrDefault(d => d.Code == domain)?.Title ?? domain;

    private async Task<IReadOnlyList<ExposedItem>> ExposedAsync(Guid bank, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> attempts = await experience.AttemptsAsync(bank, cancellationToken);
        var items = await db.ItemVersions.Where(v => v.BankId == bank && v.Current && v.Use == ItemUse.Live)
            .Select(v => new { v.ItemId, v.Domain }).ToListAsync(cancellationToken);
        return [.. items.Select(i => new ExposedItem(i.ItemId, i.Domain, attempts.GetValueOrDefault(i.ItemId)))];
    }
}

/// <param name="Count">Items.</param>
public sealed record BankNeed(Guid Bank, string Title, int Count);

/// <param name="Lacking">With the title of the domain.</param>
public sealed record FormNeed(Guid Bank, string Title, IReadOnlyList<UnexposedShortage> Lacking);

public sealed record PanelNeed(Guid Panel, string Title, PanelStage Stage);

/// <param name="ReviewOn">The day from which on it opens no campaign; null while it waits to be finished.</param>
public sealed record RecordNeed(Guid Record, string JobTitle, DateOnly? ReviewOn);
