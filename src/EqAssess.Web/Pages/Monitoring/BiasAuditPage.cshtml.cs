using EqAssess.Data;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Tables of a bias audit, to print. The auditor's reasons stand in the address and nowhere else: <c>?why.race-us.pacific=…</c>.</summary>
public sealed class BiasAuditPageModel(MonitoredCampaign campaigns, EqAssessDb db, PaperPrinting printing, StaffWords words) : PageModel
{
    public const string Why = "why.";
    public const int LongestReason = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Null where the campaign does not ask for race and ethnicity, or nothing is counted.</summary>
    public ReportDocument? Document { get; private set; }

    /// <summary>Categories that may be left out, with what the auditor wrote so far.</summary>
    public IReadOnlyList<(string Code, string Name, string Reason)> MayBeLeftOut { get; private set; } = [];

    public bool NotPrinted { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(AuditService.SelectionRatesViewed, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(AuditService.SelectionRatesExported, cancellationToken) || Document is null)
        {
            return NotFound();
        }

        if (await printing.PrintAsync(Document, cancellationToken) is { } file)
        {
            return File(file, "application/pdf", $"{FileNames.Of($"{Document.Title} - {Document.Subtitle}", "audit")}.pdf");
        }

        (NotPrinted, Response.StatusCode) = (true, StatusCodes.Status503ServiceUnavailable);
        return Page();
    }

    private async Task<bool> LoadAsync(string act, CancellationToken cancellationToken)
    {
        if (await campaigns.OpenAsync(Id, User, act, cancellationToken) is not { } found)
        {
            return false;
        }

        if (found.Snapshot is { Crossed.Count: > 0 } snapshot)
        {
            HashSet<string> asked = [.. snapshot.Crossed.SelectMany(c => new[] { c.First, c.Second })];
            GroupTable[] tables = [.. snapshot.Questions.Where(q => asked.Contains(q.Question))];
            MayBeLeftOut = [.. BiasAudit.MayBeLeftOut(tables).Select(code => (code, NameOf(code), Reason(code)))];
            Document = BiasAudit.Compose(await InputAsync(found.Head.Summary.Row, snapshot, tables, cancellationToken));
        }

        return true;
    }

    private async Task<BiasAuditInput> InputAsync(Data.Tables.CampaignRow campaign, SelectionSnapshot snapshot, GroupTable[] tables, CancellationToken cancellationToken)
    {
        string form = await db.FormVersions.Where(f => f.Id == campaign.FormVersionId).Select(f => f.Title).SingleAsync(cancellationToken);
        DateTimeOffset oldest = tables.Select(t => t.CountedAt).Concat(snapshot.Crossed.Select(c => c.CountedAt)).Min();
        return new BiasAuditInput(
            campaign.JobTitle,
            form,
            DateOnly.FromDateTime(oldest.UtcDateTime),
            campaign.OpensOn,
            tables,
            snapshot.Crossed,
            MayBeLeftOut.Where(m => m.Reason.Length > 0).ToDictionary(m => m.Code, m => m.Reason, StringComparer.Ordinal),
            question => words[$"GroupQuestion.{question}"],
            words.Group,
            PaperWordsSource.Language,
            PaperWordsSource.English);
    }

    private string NameOf(string code)
    {
        string[] parts = code.Split('.');
        return words.Group(parts[0], parts[1]);
    }

    private string Reason(string code)
    {
        string reason = Request.Query[Why + code].ToString().Trim();
        return reason.Length <= LongestReason ? reason : reason[..LongestReason];
    }
}
