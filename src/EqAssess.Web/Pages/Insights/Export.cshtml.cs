using System.Globalization;
using System.Text;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Domain.Insights;
using EqAssess.Domain.Statistics;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Insights;

/// <summary>The table of items as a file. A share behind which fewer than five people stand is left out.</summary>
public sealed class ExportModel(InsightService insights, AuditService audit, StaffWords words) : PageModel
{
    private static readonly string[] Columns =
        ["Item", "Domain", "Persons", "Facility", "ItemRest", "ItemRestLower", "ItemRestUpper", "AlphaIfDeleted", "Omitted", "MedianSeconds", "ThresholdSeconds", "TookTime", "Flags"];

    public async Task<IActionResult> OnGetAsync(Guid insight, CancellationToken cancellationToken)
    {
        if (await insights.FindAsync(insight, cancellationToken) is not { Request.Kind: not InsightKind.Comparison } drawn)
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.InsightExported, insight);
        IEnumerable<string> lines = InsightJson.ReadInsight(drawn.Row.Content).Items.Select(i => string.Join(',', Cells(i)))
            .Prepend(string.Join(',', Columns.Select(c => CsvCell.Write(words[$"Insights.Export.{c}"]))));
        byte[] text = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];
        return File(text, "text/csv; charset=utf-8", $"items-{drawn.Row.DrawnAt:yyyy-MM-dd}.csv");
    }

    private IEnumerable<string> Cells(ItemInsight item) =>
    [
        CsvCell.Write(item.ItemId),
        CsvCell.Write(item.Domain),
        item.Persons.ToString(CultureInfo.InvariantCulture),
        Cell(item.Facility),
        Cell(item.ItemRest),
        Cell(item.ItemRestLower),
        Cell(item.ItemRestUpper),
        Cell(item.AlphaIfDeleted),
        Share(item.OmitRate, item.Persons),
        Cell(item.Times.Median),
        item.Times.Threshold.ToString("0.###", CultureInfo.InvariantCulture),
        item.Times.Attempted.OrNull is double took ? Share(took, item.Persons) : "",
        CsvCell.Write(string.Join("; ", item.Flags.Select(f => words[$"Insights.Flag.{f}"]))),
    ];

    /// <summary>Empty where those that it counts, or the others, are one to four people.</summary>
    private static string Share(double share, int persons)
    {
        double count = Math.Round(share * persons);
        return IsSmall(count) || IsSmall(persons - count) ? "" : share.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static bool IsSmall(double count) => count is > 0 and < InsightLimits.Cell;

    private static string Cell(Estimate estimate) => estimate.OrNull?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
