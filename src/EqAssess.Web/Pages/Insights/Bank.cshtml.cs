using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Domain.Insights;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Insights;

/// <summary>All scenarios of a bank that real people have taken, over its forms.</summary>
public sealed class BankModel(EqAssessDb db, InsightService insights, BankLibrary banks, FormLibrary forms) : PageModel
{
    public Bank Head { get; private set; } = null!;

    public IReadOnlyList<BankForm> Forms { get; private set; } = [];

    public BankInsight All { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(Guid bank, CancellationToken cancellationToken)
    {
        if (!await db.Banks.AnyAsync(b => b.Id == bank, cancellationToken))
        {
            return NotFound();
        }

        Head = await banks.HeadAsync(bank, cancellationToken);
        var taken = await db.FormVersions
            .Where(f => f.BankId == bank && db.Attempts.Any(a => a.FormVersionId == f.Id && a.ClosedAt != null && !a.Simulated))
            .OrderBy(f => f.Title).ThenByDescending(f => f.Number).Select(f => new { f.Id, f.Number }).ToListAsync(cancellationToken);
        var lines = new List<BankForm>();
        foreach (var form in taken)
        {
            DrawnInsight? newest = await insights.NewestAsync(InsightScope.OfForm(form.Id), cancellationToken);
            lines.Add(new BankForm(await forms.GetAsync(form.Id, cancellationToken), form.Number, newest?.Row.Id, newest is null ? null : InsightJson.ReadInsight(newest.Row.Content)));
        }

        Forms = lines;
        All = BankInsight.Of([.. lines.Where(l => l.Insight is not null).Select(l => (l.Version.Id, l.Insight!))]);
        return Page();
    }

    public BankForm FormOf(Guid form) => Forms.Single(f => f.Version.Id == form);

    public string TitleOf(PooledItem item) => FormOf(item.Places[0].Form).Version.Items.Single(i => i.Version == item.ItemVersion).Content.Title;

    public string DomainTitle(string code) => Head.Domains.FirstOrDefault(d => d.Code == code)?.Title ?? code;
}

/// <param name="Number">Of the form version among those of its title.</param>
/// <param name="Statistics">The newest; null before the first.</param>
public sealed record BankForm(FormVersion Version, int Number, Guid? Statistics, Insight? Insight);
