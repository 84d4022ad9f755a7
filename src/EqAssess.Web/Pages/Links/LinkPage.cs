using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Pages.Links;

/// <summary>What the pages behind a candidate's link have in common: whose it is, its language, its clock.</summary>
public sealed class LinkPage(StartService start, CandidateWords words, IOptions<SiteOptions> site, TimeProvider time)
{
    public string Organisation => site.Value.Organisation;

    public DateTimeOffset Now => time.Now;

    /// <returns>Null for a link that leads nowhere: the page of the link itself says so.</returns>
    public async Task<LinkedInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        LinkedInvitation? linked = await start.FindAsync(token, cancellationToken);
        if (linked is not null)
        {
            words.Culture = Languages.CultureOf(linked.Form.Language);
        }

        return linked;
    }

    /// <summary>The address of one of the pages of a link.</summary>
    /// <param name="page">For example <c>data</c>; empty for the link itself.</param>
    public static string AddressOf(string token, string page = "") => $"/t/{Uri.EscapeDataString(token)}{(page.Length == 0 ? "" : "/" + page)}";

    /// <summary>Day and time in the campaign's zone, without the zone's name.</summary>
    public string Moment(DateTimeOffset instant, CampaignRow campaign) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).ToString("g", words.Culture);
}
