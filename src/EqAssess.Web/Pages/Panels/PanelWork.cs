using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Panels;

/// <summary>What the page of a panel works with.</summary>
public sealed class PanelWork(
    PanelLibrary library, PanelService panels, SimulatedJudges simulated, SiteAddress site, IOptions<PanelOptions> options)
{
    public PanelLibrary Library => library;

    public PanelService Panels => panels;

    public SimulatedJudges Simulated => simulated;

    public SiteAddress Site => site;

    public PanelThresholds Thresholds => options.Value.Thresholds;
}
