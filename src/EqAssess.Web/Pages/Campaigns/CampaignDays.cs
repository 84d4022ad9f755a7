using EqAssess.Data.Tables;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Instants of a campaign as days of its zone.</summary>
internal static class CampaignDays
{
    /// <summary>The last day before an instant.</summary>
    public static DateOnly LastOf(DateTimeOffset end, CampaignRow campaign) => Of(end.AddMilliseconds(-1), campaign);

    public static DateOnly Of(DateTimeOffset instant, CampaignRow campaign) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).DateTime);
}
