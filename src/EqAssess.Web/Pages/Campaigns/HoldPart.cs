using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>The part of a page that sets and lifts a hold, whatever the hold is on.</summary>
public sealed class HoldPart(HoldService holds, StaffWords words)
{
    /// <param name="address">Page with the handlers <c>Hold</c> and <c>Lift</c>.</param>
    public async Task<HoldsView> ViewAsync(string address, HoldOn on, bool held, CancellationToken cancellationToken) =>
        new(address, held, await holds.OfAsync(on, cancellationToken));

    /// <param name="reason">As posted.</param>
    /// <returns>What is to be mended, and then nothing was done; or what was done.</returns>
    public async Task<(IReadOnlyList<FieldProblem> Problems, string? Said)> TakeAsync(HoldOn on, bool lift, string? reason, Guid staff)
    {
        string because = (reason ?? "").Trim();
        if (because.Length is 0 or > HoldsView.LongestReason)
        {
            return ([new FieldProblem("reason", words["Hold.NoReason", HoldsView.LongestReason])], null);
        }

        await (lift ? holds.LiftAsync(on, because, staff) : holds.SetAsync(on, because, staff));
        return ([], words[lift ? "Hold.Lift.Done" : "Hold.Set.Done"]);
    }
}
