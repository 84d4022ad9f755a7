using System.ComponentModel.DataAnnotations;

namespace EqAssess.Web.Composition;

/// <summary>Section <c>Campaigns</c>.</summary>
public sealed record CampaignOptions
{
    /// <summary>Months in which a person takes one test, whichever campaign it is for. 0: as many as they are invited to.</summary>
    [Range(0, 60)]
    public int RetestMonths { get; init; } = 6;
}
