using EqAssess.Web.Services;
using Microsoft.AspNetCore.Html;

namespace EqAssess.Web.Pages.Take;

/// <summary>The line at the top of a running test.</summary>
/// <param name="Where">For example "Scenario 7 of 12".</param>
/// <param name="EndsAt">The deadline in the campaign's zone, with its name: for pages without a running clock.</param>
public sealed record TakeBar(RunningAttempt Attempt, string Where, IHtmlContent EndsAt)
{
    /// <summary>The rendered page, as the log knows it.</summary>
    public Guid Writer { get; init; } = Guid.CreateVersion7();
}
