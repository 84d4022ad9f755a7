using EqAssess.Data;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.JobRecords;

/// <summary>Begins the record of a job.</summary>
public sealed class NewModel(EqAssessDb db, JobRecordService records, AuditService audit, StaffWords words) : PageModel
{
    [BindProperty]
    public string? JobTitle { get; set; }

    [BindProperty]
    public Guid Bank { get; set; }

    [BindProperty]
    public string? Tasks { get; set; }

    public IReadOnlyList<(Guid Id, string Title)> Banks { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        JobRecordCreated created = await records.CreateAsync(
            new NewJobRecord(Bank, JobTitle ?? "", Tasks ?? "", Simulated: false, User.StaffId()), cancellationToken);
        if (created.Record is Guid record)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.JobRecordBegun, record);
            return Redirect($"/job-records/{record}");
        }

        await LoadAsync(cancellationToken);
        Problems = [.. created.Problems.Select(p => new FieldProblem(FieldOf(p), words[$"JobRecordProblem.{p}"]))];
        return Page();
    }

    /// <summary>Id of the field in which a problem is mended, on this page and on that of the record.</summary>
    internal static string FieldOf(JobRecordProblem problem) => problem switch
    {
        JobRecordProblem.NoTitle => "jobTitle",
        JobRecordProblem.NoBank or JobRecordProblem.SimulatedOutsideDemonstration => "bank",
        _ => "tasks",
    };

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Banks = [.. (await db.Banks.OrderBy(b => b.Title).Select(b => new { b.Id, b.Title }).ToListAsync(cancellationToken)).Select(b => (b.Id, b.Title))];
}
