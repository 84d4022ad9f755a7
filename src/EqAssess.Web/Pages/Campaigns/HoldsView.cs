using EqAssess.Data.Tables;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Setting and lifting a legal hold, with those that there were.</summary>
/// <param name="Address">Page with the handlers <c>Hold</c> and <c>Lift</c>.</param>
/// <param name="Held">Whether one stands now.</param>
/// <param name="Holds">Newest first.</param>
public sealed record HoldsView(string Address, bool Held, IReadOnlyList<LegalHold> Holds)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 1000;

    /// <summary>What is to be mended in a reason; null where nothing is.</summary>
    public static FieldProblem? ProblemOf(string? reason, StaffWords words) =>
        (reason ?? "").Trim().Length is > 0 and <= LongestReason ? null : new FieldProblem("reason", words["Hold.NoReason", LongestReason]);
}
