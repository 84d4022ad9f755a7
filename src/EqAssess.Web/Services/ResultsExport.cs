using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// The results of a campaign as a file: what the results page shows and nothing more. No times, no limits, no adjustments; each score with
/// its interval, its error and whether that error is assumed; people in the order that was drawn at random, because there are no ranks.
/// </summary>
public sealed class ResultsExport(EqAssessDb db, BankLibrary banks, CampaignPlans plans, ResultsService results, ShownNames names, StaffWords words)
{
    private const int RowsInOneRead = 500;

    /// <summary>UTF-8 with a byte order mark, which spreadsheets need to read other scripts.</summary>
    public async Task CsvAsync(CampaignRow campaign, Guid? staff, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        Bank bank = await BankAsync(campaign, cancellationToken);
        await writer.WriteLineAsync(string.Join(',', Headings(bank).Select(CsvCell.Write)));
        await foreach (IReadOnlyList<object?> row in RowsAsync(campaign, bank, staff, cancellationToken))
        {
            await writer.WriteLineAsync(string.Join(',', row.Select(Cell)));
        }
    }

    public async Task XlsxAsync(CampaignRow campaign, Guid? staff, Stream stream, CancellationToken cancellationToken)
    {
        Bank bank = await BankAsync(campaign, cancellationToken);
        await using XlsxSheet sheet = await XlsxSheet.CreateAsync(stream, words["Export.Sheet"], Headings(bank), cancellationToken);
        await foreach (IReadOnlyList<object?> row in RowsAsync(campaign, bank, staff, cancellationToken))
        {
            await sheet.AddAsync(row);
        }
    }

    /// <summary>Numbers are ours and stand as they are; a negative one is no formula.</summary>
    private static string Cell(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => CsvCell.Write((string)cell),
    };

    private async Task<Bank> BankAsync(CampaignRow campaign, CancellationToken cancellationToken) => await banks.HeadAsync(
        await db.FormVersions.Where(f => f.Id == campaign.FormVersionId).Select(f => f.BankId).SingleAsync(cancellationToken), cancellationToken);

    private IReadOnlyList<string> Headings(Bank bank) =>
    [
        .. new[] { "Candidate", "Simulated", "State", "Score", "Lower", "Upper", "Error", "Reliability", "Basis" }.Select(c => words[$"Export.{c}"]),
        .. bank.Domains.Select(d => d.Title),
        .. new[] { "Pattern", "Key", "Plan" }.Select(c => words[$"Export.{c}"]),
    ];

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(
        CampaignRow campaign, Bank bank, Guid? staff, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ScoringPlan plan = await plans.OfAsync(campaign, cancellationToken);
        bool hidden = results.HiddenBecause(campaign, plan) is not null;
        for (int from = 0; ; from += RowsInOneRead)
        {
            List<Exported> people = await PeopleAsync(campaign, plan.Id, from, cancellationToken);
            IReadOnlyDictionary<Guid, string> shown = await names.OfAsync(campaign, [.. people.Select(p => p.Invitation)], staff, cancellationToken);
            foreach (Exported person in people)
            {
                yield return Row(person, shown[person.Invitation], plan, bank, hidden);
            }

            if (people.Count < RowsInOneRead)
            {
                yield break;
            }
        }
    }

    private async Task<List<Exported>> PeopleAsync(CampaignRow campaign, Guid plan, int from, CancellationToken cancellationToken) => await (
        from invitation in db.Invitations
        where invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null
        from attempt in db.Attempts.Where(a => a.InvitationId == invitation.Id).DefaultIfEmpty()
        from run in db.ScoreRuns.Where(r => r.AttemptId == attempt.Id && r.PlanId == plan).DefaultIfEmpty()
        orderby invitation.Draw, invitation.Id
        select new Exported(
            invitation.Id,
            invitation.Simulated,
            attempt == null ? Progress.Invited : attempt.ClosedAt == null ? Progress.Started : run == null ? Progress.BeingScored : Progress.Scored,
            run.Sheet))
        .Skip(from).Take(RowsInOneRead).AsNoTracking().ToListAsync(cancellationToken);

    private IReadOnlyList<object?> Row(Exported person, string name, ScoringPlan plan, Bank bank, bool hidden)
    {
        ScoreSheet? sheet = person.Sheet is null || hidden ? null : PlanJson.ReadSheet(person.Sheet);
        OverallScore? overall = sheet is null ? null : OverallScore.Of(sheet, plan);
        var shown = overall as OverallScore.Shown;
        IReadOnlyDictionary<string, Standing> standings = sheet is null
            ? new Dictionary<string, Standing>(StringComparer.Ordinal)
            : ReportedStandings.Of(sheet, plan).ToDictionary(s => s.Domain, s => s.Standing, StringComparer.Ordinal);
        return
        [
            name,
            words[person.Simulated ? "Export.Yes" : "Export.No"],
            words[$"Progress.{person.Progress}"],
            shown?.Percent,
            shown is null ? null : Math.Max(0, shown.Lower),
            shown is null ? null : Math.Min(100, shown.Upper),
            shown?.StandardError,
            shown?.Statistics.Reliability,
            shown is null ? null : words[$"Export.Basis.{shown.Statistics.Basis}"],
            .. bank.Domains.Select(d => standings.TryGetValue(d.Code, out Standing standing) ? words[$"Export.Standing.{standing}"] : null),
            sheet is null ? null : string.Join(' ', sheet.Flags.Select(f => words[$"Export.Flag.{f}"])),
            sheet is null ? null : words[$"KeyStatus.{plan.KeyStatus}"],
            sheet is null ? null : plan.Id.ToString(),
        ];
    }

    private sealed record Exported(Guid Invitation, bool Simulated, Progress Progress, string? Sheet);
}
