using EqAssess.Data;
using EqAssess.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Forms;

/// <summary>The published forms, newest first.</summary>
public sealed class IndexModel(EqAssessDb db, IAuthorizationService authorization) : PageModel
{
    public IReadOnlyList<Listed> Forms { get; private set; } = [];

    /// <summary>Banks from which the visitor may assemble forms.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Banks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await authorization.AuthorizeAsync(User, Policies.EditForms)).Succeeded)
        {
            Banks = [.. (await db.Banks.OrderBy(b => b.Title).Select(b => new { b.Id, b.Title }).ToListAsync(cancellationToken)).Select(b => (b.Id, b.Title))];
        }

        Forms = await (
            from form in db.FormVersions
            join bank in db.Banks on form.BankId equals bank.Id
            orderby form.PublishedAt descending
            select new Listed(
                form.Id,
                form.Number == 1 ? form.Title : form.Title + " (" + form.Number + ")",
                bank.Title,
                db.FormItems.Count(i => i.FormVersionId == form.Id && !i.Practice && !i.Pretest),
                form.TimeLimitSeconds / 60)).ToListAsync(cancellationToken);
    }

    public sealed record Listed(Guid Id, string Title, string Bank, int Items, int Minutes);
}
