using System.Text;
using EqAssess.Domain.Monitoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Campaigns;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Monitoring;

/// <summary>Selection rates of groups in one campaign, from what the job counted.</summary>
public sealed class SelectionRatesModel(MonitoredCampaign campaigns, IOptions<MonitoringOptions> options, StaffWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CampaignHead Head { get; private set; } = null!;

    /// <summary>Null before anybody was counted.</summary>
    public SelectionSnapshot? Snapshot { get; private set; }

    public double Threshold => options.Value.Threshold;

    /// <summary>The latest stage first: it is what the page is for.</summary>
    public static IReadOnlyList<SelectionStage> Stages { get; } = [SelectionStage.Shortlisted, SelectionStage.AboveMedian, SelectionStage.InTime];

    /// <summary>Stages at which somebody and not everybody went on.</summary>
    public static IEnumerable<SelectionStage> StagesOf(GroupTable table) => Stages.Where(s => table.Totals[s] > 0 && table.Totals[s] < table.People);

    public IReadOnlyList<ImpactLine> LinesOf(GroupTable table, SelectionStage stage) => StageImpact.Of(table, stage, Threshold);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.OpenAsync(Id, User, AuditService.SelectionRatesViewed, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Head, Snapshot) = found;
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken)
    {
        if (await campaigns.OpenAsync(Id, User, AuditService.SelectionRatesExported, cancellationToken) is not { Snapshot: { } snapshot } found)
        {
            return NotFound();
        }

        string name = FileNames.Of(found.Head.Summary.Row.JobTitle, words["Rates.Tab"]);
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SelectionRatesFile.Of(snapshot, Threshold, words))];
        return File(file, "text/csv", $"{words["Rates.File", name]}.csv");
    }
}
