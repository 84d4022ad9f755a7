using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Campaigns</c>.</summary>
public sealed record CampaignOptions
{
    /// <summary>Months in which a person takes one test, whichever campaign it is for. 0: as many as they are invited to.</summary>
    [Range(0, 60)]
    public int RetestMonths { get; init; } = 6;

    /// <summary>Whether a hiring campaign opens only on a finished job-relatedness record. A workplace to look around in may turn it off.</summary>
    public bool RequireJobRecord { get; init; } = true;
}
