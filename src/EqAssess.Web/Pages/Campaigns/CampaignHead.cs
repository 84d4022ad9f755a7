using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>The top of a campaign's pages.</summary>
/// <param name="Tab"><c>invitations</c>, <c>results</c>, <c>papers</c> or <c>rates</c>.</param>
public sealed record CampaignHead(CampaignSummary Summary, KeyStatus KeyStatus, bool MayInvite, string Tab);
