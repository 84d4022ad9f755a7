using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Accommodations</c>.</summary>
public sealed record AccommodationOptions
{
    /// <summary>Working days, Monday to Friday, within which a request is decided. Public holidays are not known.</summary>
    [Range(1, 20)]
    public int WorkingDaysToDecide { get; init; } = 3;

    /// <summary>Days after a decision, or after the day on which one was due, in which a test can be started although its campaign is over.</summary>
    [Range(1, 60)]
    public int DaysToStart { get; init; } = 7;
}
