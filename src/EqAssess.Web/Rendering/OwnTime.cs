using System.Text.Encodings.Web;
using EqAssess.Data.Tables;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Html;

namespace EqAssess.Web.Rendering;

/// <summary>
/// Instants on pages of candidates: in the campaign's zone, named. The script <c>own-time.js</c> puts the reader's own zone in its place and
/// says so; of the campaign's first and last day it tells the hour in the reader's zone where that is another one.
/// </summary>
public static class OwnTime
{
    /// <param name="zone">IANA time zone of the campaign.</param>
    public static IHtmlContent ClockTime(this CandidateWords words, DateTimeOffset instant, string zone) =>
        Element(instant, "clock", zone, words["Time.Own", "{0}"], words["Time.InZone", Local(instant, zone).ToString("t", words.Culture), zone]);

    /// <inheritdoc cref="ClockTime"/>
    public static IHtmlContent Day(this CandidateWords words, DateTimeOffset instant, string zone) =>
        Element(instant, "day", zone, "{0}", Local(instant, zone).ToString("D", words.Culture));

    public static IHtmlContent FirstDay(this CandidateWords words, CampaignRow campaign) => Edge(words, campaign.OpensAt, campaign.OpensOn, campaign.TimeZone);

    public static IHtmlContent LastDay(this CandidateWords words, CampaignRow campaign) => Edge(words, campaign.ClosesAt, campaign.ClosesOn, campaign.TimeZone);

    /// <summary>The last day for one person, whose adjustment may have moved it.</summary>
    public static IHtmlContent LastDay(this CandidateWords words, LinkedInvitation linked) =>
        Edge(words, linked.StartsUntil, linked.LastDay, linked.Campaign.TimeZone);

    private static HtmlString Edge(CandidateWords words, DateTimeOffset instant, DateOnly day, string zone) =>
        Element(instant, "edge", zone, words["Time.Own.Day", "{0}"], day.ToString("D", words.Culture));

    private static DateTimeOffset Local(DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static HtmlString Element(DateTimeOffset instant, string kind, string zone, string own, string text)
    {
        HtmlEncoder html = HtmlEncoder.Default;
        return new HtmlString(
            $"""<time datetime="{instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" data-own="{kind}" data-zone="{html.Encode(zone)}" data-text="{html.Encode(own)}">{html.Encode(text)}</time>""");
    }
}
