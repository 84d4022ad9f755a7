using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Norms;

/// <summary>One norm version: who is in it, what scores mean in it, and how it differs from the version before.</summary>
public sealed class NormModel(EqAssessDb db, NormLibrary library, IAuthorizationService authorization, StaffWords words, TimeProvider time) : PageModel
{
    private const int Step = 5;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [TempData]
    public string? Said { get; set; }

    public NormListed Norm { get; private set; } = null!;

    public NormGroup Group { get; private set; } = null!;

    /// <summary>The group that stands now beside which this one is looked at; null for none.</summary>
    public NormVersionRow? Before { get; private set; }

    /// <summary>Null without a version before.</summary>
    public NormComparison? Compared { get; private set; }

    public bool NeedsWord { get; private set; }

    public bool ComesTooSoon => Before is not null && NormLibrary.ComesTooSoon(Before, Norm.Row);

    public IReadOnlyList<string> Campaigns { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public NormAge Age => NormStanding.OfAge(Norm.Row.CollectedTo, DateOnly.FromDateTime(time.Now.UtcDateTime));

    /// <summary>Whole scores from the lowest of the group to the highest, five points apart.</summary>
    public IEnumerable<int> Steps
    {
        get
        {
            IReadOnlyList<double> scores = NormLibrary.ScoresOf(Norm.Row);
            int first = (int)Math.Floor(scores[0] / Step) * Step;
            return Enumerable.Range(0, (((int)Math.Ceiling(scores[^1]) - first) / Step) + 1).Select(i => first + (i * Step));
        }
    }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) =>
        ActAsync(async norm => await library.PublishAsync(norm.Row, Note, User.StaffId(), cancellationToken), "Published", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        ActAsync(async _ => await library.WithdrawAsync(Id, Note, User.StaffId()), "Withdrawn", cancellationToken);

    private async Task<IActionResult> ActAsync(Func<NormListed, Task<NormPublishing?>> act, string done, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded)
        {
            return Forbid();
        }

        if (await library.FindAsync(Id, cancellationToken) is not { } norm)
        {
            return NotFound();
        }

        if (await act(norm) is not NormPublishing problem)
        {
            Said = words[$"Norm.{done}.Said"];
            return Redirect($"/norms/{Id}");
        }

        Problems = [new FieldProblem("note", words[$"NormPublishing.{problem}", NormLibrary.ShortestNote, NormLibrary.LongestNote])];
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await library.FindAsync(Id, cancellationToken) is not { } norm)
        {
            return NotFound();
        }

        Norm = norm;
        Group = library.GroupOf(norm.Row, fits: true);
        Before = await library.BeforeAsync(norm.Row, cancellationToken);
        Compared = Before is null ? null : NormComparison.Between(NormLibrary.ScoresOf(Before), NormLibrary.ScoresOf(norm.Row));
        NeedsWord = await library.NeedsWordAsync(norm.Row, cancellationToken);
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.EditScoring)).Succeeded;
        List<Guid> from = [.. System.Text.Json.JsonSerializer.Deserialize<NormFilter>(norm.Row.Filter)!.Campaigns];
        Campaigns = await db.Campaigns.Where(c => from.Contains(c.Id)).OrderBy(c => c.OpensOn).Select(c => c.JobTitle).ToListAsync(cancellationToken);
        return Page();
    }
}
