using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Accommodations;

/// <summary>The fields of a grant with the scenarios that there are to spare.</summary>
public sealed record GrantView(GrantForm Form, IReadOnlyList<SparableItem> Scenarios);
