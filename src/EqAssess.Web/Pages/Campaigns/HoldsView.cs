using EqAssess.Data.Tables;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Setting and lifting a legal hold, with those that there were.</summary>
/// <param name="Address">Page with the handlers <c>Hold</c> and <c>Lift</c>.</param>
/// <param name="Held">Whether one stands now.</param>
/// <param name="Holds">Newest first.</param>
public sealed record HoldsView(string Address, bool Held, IReadOnlyList<LegalHold> Holds)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 1000;
}
