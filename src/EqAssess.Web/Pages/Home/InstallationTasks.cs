using System.Security.Claims;
using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Home;

/// <summary>Jobs that failed on this server, a database that takes nothing, messages whose fate is uncertain.</summary>
public sealed class InstallationTasks(EqAssessDb db, JobRuns runs, StorageState storage, StaffWords words) : HomeTasks
{
    public override string Policy => Policies.Administration;

    public override string Title => words["Menu.Installation"];

    public override string Calm => words["Home.Installation.Calm"];

    public override async Task<IReadOnlyList<HomeTask>> OfAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        int uncertain = await db.Messages.CountAsync(m => m.State == MessageState.Uncertain, cancellationToken);
        return
        [
            .. storage.Failure is null ? Array.Empty<HomeTask>() : [new HomeTask(words["Jobs.Storage.Title"], words["Todo.Storage"], "/admin/jobs", words["Todo.Jobs.Look"])],
            .. JobCatalogue.All.Where(j => runs.LastOf(j) is { Failed: true }).Select(j => new HomeTask(words["Todo.JobFailed"], words[$"Jobs.{j.Name}"], "/admin/jobs", words["Todo.Jobs.Look"])),
            .. uncertain == 0 ? Array.Empty<HomeTask>() : [new HomeTask(words["Todo.Uncertain", uncertain], words["Todo.Uncertain.Where"], "/admin/jobs#messages", words["Todo.Look"])],
        ];
    }
}
