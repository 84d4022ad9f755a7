using EqAssess.Data;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Monitoring;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Groups on one form version: score gaps, and scenarios that work differently at equal totals.</summary>
public sealed class FormFairnessModel(EqAssessDb db, FormLibrary forms, GroupCountLibrary counts, AuditService audit) : PageModel
{
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
        await audit.NoteAsync(User.StaffId(), AuditService.FormFairnessViewed, id);
        return Page();
    }

    public string TitleOf(Guid item) => Form.Items.FirstOrDefault(i => i.Version == item)?.Content.Title ?? "";

    /// <summary>Worth a review: class B or C by either method, or a difference that turns with the total.</summary>
    public static bool IsFlagged(ItemFunctioning item) => item.Class >= DifClass.B || item.LogisticClass >= DifClass.B;
}
