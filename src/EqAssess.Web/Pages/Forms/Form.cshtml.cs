using EqAssess.Data;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Forms;

/// <summary>A published form: what was frozen, and how it is scored.</summary>
public sealed class FormModel(FormLibrary forms, ScoringService scoring, EqAssessDb db, IAuthorizationService authorization) : PageModel
{
    public FormVersion Form { get; private set; } = null!;

    public ScoringPlan Plan { get; private set; } = null!;

    /// <summary>The scoring methods of the form's items, in the order in which they first come up.</summary>
    public IReadOnlyList<MethodInUse> Methods => [.. Plan.Items.CountBy(i => Plan.MethodOf(i).Code).Select(m => new MethodInUse(m.Key, m.Value))];

    public Guid BankId { get; private set; }

    public string BankTitle { get; private set; } = "";

    public bool MayOpenCampaign { get; private set; }

    public int LeastMinutes => (int)Math.Ceiling(TimeLimitRule.Least(Form.Items.Select(i => i.Content)).TotalMinutes);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            Form = await forms.GetAsync(id, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }

        Plan = await scoring.CurrentPlanAsync(id, cancellationToken);
        var bank = await (
            from form in db.FormVersions join b in db.Banks on form.BankId equals b.Id where form.Id == id select new { b.Id, b.Title }).SingleAsync(cancellationToken);
        (BankId, BankTitle) = (bank.Id, bank.Title);
        MayOpenCampaign = (await authorization.AuthorizeAsync(User, Policies.EditCampaigns)).Succeeded;
        return Page();
    }

    public sealed record MethodInUse(string Code, int Items);
}
