using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Results;

/// <summary>A score that is shown, as a dot on its interval.</summary>
/// <param name="Middle">Score in the middle of the shaded band; null for no band.</param>
/// <param name="Band">Half the width of the band, in points.</param>
public sealed record BarView(Score Score, double? Middle = null, double Band = 0, bool IsSelected = false);
