using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Forms;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Insights;

/// <summary>What pages of statistics have in common.</summary>
public sealed class InsightPage(EqAssessDb db, InsightService insights, FormLibrary forms, BankLibrary banks, StaffWords words)
{
    /// <summary>Null where there is no such form.</summary>
    public async Task<InsightForm?> FormAsync(Guid form, CancellationToken cancellationToken)
    {
        var row = await db.FormVersions.Where(f => f.Id == form).Select(f => new { f.BankId, f.Title, f.Number }).SingleOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new InsightForm(form, row.Title, row.Number, row.BankId, await banks.HeadAsync(row.BankId, cancellationToken), await forms.GetAsync(form, cancellationToken));
    }

    /// <summary>The newest statistics of a scope; null before the first.</summary>
    public async Task<InsightView?> NewestAsync(
        InsightForm form, InsightScope scope, string address, InsightOrder order, string? flag, CancellationToken cancellationToken) =>
        await insights.NewestAsync(scope, cancellationToken) is { } drawn
            ? new InsightView(
                drawn,
                InsightJson.ReadInsight(drawn.Row.Content),
                form.Version,
                form.Bank,
                Math.Max(0, await insights.ClosedAsync(scope, cancellationToken) - drawn.Row.Closed),
                address,
                order,
                string.IsNullOrEmpty(flag) ? null : flag,
                words)
            : null;
}

/// <param name="Number">Of the form version among those of its title.</param>
public sealed record InsightForm(Guid Id, string Title, int Number, Guid BankId, Bank Bank, FormVersion Version);
