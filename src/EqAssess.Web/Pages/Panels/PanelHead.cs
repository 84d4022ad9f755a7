using EqAssess.Domain.Panels;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Panels;

/// <summary>What stands above both pages of a panel.</summary>
/// <param name="Key">Version of the published key; null before.</param>
/// <param name="Results">Whether the reader is on the results.</param>
public sealed record PanelHead(PanelContent Panel, string? Key, bool Results);

internal static class PanelStages
{
    /// <summary>Whether both rounds are over.</summary>
    public static bool HasEnded(this PanelStage stage) => stage is PanelStage.Closed or PanelStage.Published;
}
