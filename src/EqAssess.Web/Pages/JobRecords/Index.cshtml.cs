using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.JobRecords;

/// <summary>The job-relatedness records, with all their versions.</summary>
public sealed class IndexModel(JobRecordLibrary library, IAuthorizationService authorization) : PageModel
{
    public IReadOnlyList<JobRecordListed> Records { get; private set; } = [];

    public bool MayEdit { get; private set; }

    /// <summary>Whether a finished version no longer opens campaigns.</summary>
    public bool IsDue(JobRecordListed record) => record.Row.FinishedAt is not null && !library.IsCurrent(record.Row);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditJobRecords)).Succeeded;
        Records = await library.ListAsync(cancellationToken);
    }
}
