using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Results;

/// <summary>Reports of many people as one zip, made in the background, and the results as a file.</summary>
public sealed class PapersModel(CampaignPage campaigns, ReportBatches batches, ResultsService results, CampaignPlans plans, EqAssessDb db) : PageModel
{
    private const int MostBatches = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    /// <summary>Why there is nothing to hand out; null where there is.</summary>
    public ScoresHidden? Hidden { get; private set; }

    public IReadOnlyList<BatchProgress> Batches { get; private set; } = [];

    /// <summary>Whether nobody could be put into the batch that was asked for.</summary>
    public bool Nobody { get; private set; }

    /// <summary>Invitations that were picked in the list; empty for everybody.</summary>
    public IReadOnlyList<Guid> Picked { get; private set; } = [];

    /// <param name="pick">Invitations to make reports of; none for everybody who finished the test.</param>
    public async Task<IActionResult> OnGetAsync(bool nobody, Guid[] pick, CancellationToken cancellationToken)
    {
        Nobody = nobody;
        Picked = [.. pick.Distinct()];
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <param name="as">Code of the kind (<see cref="ReportKinds"/>).</param>
    /// <param name="pick">Whom; empty for everybody who finished the test.</param>
    public async Task<IActionResult> OnPostAsync(string? @as, Guid[] pick, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || ReportKinds.Read(@as) is not ReportKind kind)
        {
            return NotFound();
        }

        Guid? batch = Hidden is null ? await batches.StartAsync(Id, kind, pick, User.StaffId(), cancellationToken) : null;
        return Redirect($"/campaigns/{Id}/papers{(batch is null ? "?nobody=true" : "")}");
    }

    public async Task<IActionResult> OnGetZipAsync(
        Guid batch, [FromServices] ReportZip zip, [FromServices] AuditService audit, CancellationToken cancellationToken)
    {
        // A batch is for whoever asked for it: it holds the names that they may see.
        Guid? staff = User.StaffId();
        if (!await LoadAsync(cancellationToken) || Hidden is not null
            || await db.ReportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch && b.CampaignId == Id && b.RequestedBy == staff, cancellationToken) is not ReportBatch row)
        {
            return NotFound();
        }

        Begin("application/zip", "zip");
        List<Guid> taken = [];
        try
        {
            await zip.WriteAsync(Head.Summary.Row, row, staff, Response.Body, taken, cancellationToken);
        }
        finally
        {
            await audit.NoteAsync(staff, AuditService.ReportDownloaded, taken);
        }

        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetExportAsync(
        string? format, [FromServices] ResultsExport export, [FromServices] AuditService audit, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "xlsx") || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.ResultsViewed, Id);
        Begin(format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", format);
        await (format == "csv" ? export.CsvAsync(Head.Summary.Row, User.StaffId(), Response.Body, cancellationToken)
            : export.XlsxAsync(Head.Summary.Row, User.StaffId(), Response.Body, cancellationToken));
        return new EmptyResult();
    }

    private void Begin(string type, string ending)
    {
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{FileNames.Of(Head.Summary.Row.JobTitle, "campaign")}.{ending}");
        Response.ContentType = type;
        Response.Headers.ContentDisposition = disposition.ToString();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.HeadAsync(Id, User, "papers", cancellationToken) is not { } head)
        {
            return false;
        }

        Head = head;
        Hidden = results.HiddenBecause(head.Summary.Row, await plans.OfAsync(head.Summary.Row, cancellationToken));
        Batches = await batches.OfAsync(Id, User.StaffId(), MostBatches, cancellationToken);
        return true;
    }
}
