using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Monitoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Insights;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Groups on one form version: score gaps, scenarios that work differently at equal totals, and what was found about these.</summary>
public sealed class FormFairnessModel(
    EqAssessDb db, FormLibrary forms, GroupCountLibrary counts, ItemFindings findings, InsightService insights, AuditService audit, IAuthorizationService authorization) : PageModel
{
    [TempData]
    public string? Answer { get; set; }

    public FormVersion Form { get; private set; } = null!;

    /// <summary>Of the form version among those of its title.</summary>
    public int Number { get; private set; }

    /// <summary>Null before there are enough people to compare.</summary>
    public FormFairness? Fairness { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.FormVersions.Where(f => f.Id == id).Select(f => (int?)f.Number).SingleOrDefaultAsync(cancellationToken) is not int number)
        {
            return NotFound();
        }

        (Form, Number) = (await forms.GetAsync(id, cancellationToken), number);
        Fairness = await counts.OfFormAsync(id, cancellationToken);
        bool mayWrite = (await authorization.AuthorizeAsync(User, Policies.WriteFindings)).Succeeded;
        ILookup<Guid, ItemFinding> found = (await findings.OfFormAsync(id, ReviewAbout.Fairness, cancellationToken)).ToLookup(f => f.ItemVersionId);
        Reviews = [.. Form.Items.Select(i => ReviewOf(i, [.. found[i.Version]], mayWrite)).Where(r => r.Flags.Count + r.Findings.Count > 0)];
        Statistics = await insights.NewestAsync(InsightScope.OfForm(id), cancellationToken) is { } drawn ? drawn.Row.Id : null;
        await audit.NoteAsync(User.StaffId(), AuditService.FormFairnessViewed, id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid about, ReviewVerdict? verdict, string? text, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.WriteFindings)).Succeeded)
        {
            return Forbid();
        }

        if (await counts.OfFormAsync(id, cancellationToken) is not { } fairness)
        {
            return NotFound();
        }

        FindingAnswer answer = await findings.AddAsync(id, about, ReviewAbout.Fairness, CodesOf(fairness, about), verdict, text, User.StaffId()!.Value);
        if (answer == FindingAnswer.Kept)
        {
            await audit.NoteAsync(User.StaffId(), AuditService.FindingWritten, about);
        }

        Answer = $"{answer}";
        return Redirect($"/forms/{id}/fairness#review-{about}");
    }

    /// <summary>Flagged items, and those with findings; in the order of the form.</summary>
    public IReadOnlyList<ReviewView> Reviews { get; private set; } = [];

    /// <summary>Newest statistics of the form; null before the first.</summary>
    public Guid? Statistics { get; private set; }

    public string TitleOf(Guid item) => Form.Items.FirstOrDefault(i => i.Version == item)?.Content.Title ?? "";

    /// <summary>Worth a review: class B or C by either method, or a difference that turns with the total.</summary>
    public static bool IsFlagged(ItemFunctioning item) => item.Flag() is not null;

    private static IReadOnlyList<string> CodesOf(FormFairness fairness, Guid item) => [.. FairnessFlag.Of(fairness, item).Select(f => f.Code)];

    private ReviewView ReviewOf(FormItem item, IReadOnlyList<ItemFinding> found, bool mayWrite) => new(
        item.Version,
        $"{item.Content.Id} · {item.Content.Title}",
        ReviewAbout.Fairness,
        Fairness is { } fairness ? CodesOf(fairness, item.Version) : [],
        found,
        mayWrite,
        $"/forms/{Form.Id}/fairness");
}
