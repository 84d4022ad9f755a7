using EqAssess.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Forms;

/// <summary>The published forms, newest first.</summary>
public sealed class IndexModel(EqAssessDb db) : PageModel
{
    public IReadOnlyList<Listed> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Forms = await (
            from form in db.FormVersions
            join bank in db.Banks on form.BankId equals bank.Id
            orderby form.PublishedAt descending
            select new Listed(
                form.Id,
                form.Number == 1 ? form.Title : form.Title + " (" + form.Number + ")",
                bank.Title,
                db.FormItems.Count(i => i.FormVersionId == form.Id && !i.Practice),
                form.TimeLimitSeconds / 60)).ToListAsync(cancellationToken);

    public sealed record Listed(Guid Id, string Title, string Bank, int Items, int Minutes);
}
