using EqAssess.Web.Composition;
using Xunit;

namespace EqAssess.Web.Tests.Pages;

/// <summary>Every address of the site by its route, and who may open it. A page that is not here fails a test.</summary>
internal static class SiteMap
{
    public const string Anonymous = "Anonymous";
    public const string Candidate = "Candidate";
    public const string Judge = "Judge";

    /// <summary>Everybody who may come: nobody in particular, a candidate and a judge with a session, and a colleague of each role alone.</summary>
    public static IReadOnlyList<string> Visitors { get; } = [Anonymous, Candidate, Judge, .. Roles.All];

    private static readonly string[] Banks = [Roles.HrAdmin, Roles.Psychologist, Roles.Auditor];
    private static readonly string[] EditForms = [Roles.HrAdmin, Roles.Psychologist];
    private static readonly string[] Campaigns = [Roles.Recruiter, Roles.HrAdmin, Roles.Auditor];
    private static readonly string[] EditCampaigns = [Roles.Recruiter, Roles.HrAdmin];
    private static readonly string[] Results = [Roles.Recruiter, Roles.HrAdmin, Roles.Psychologist, Roles.Auditor];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> MayOpen { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [""] = Roles.All,
        ["account/denied"] = Visitors,
        ["account/set-up/{token}"] = Visitors,
        ["account/sign-in"] = Visitors,
        ["account/sign-out"] = Visitors,
        ["accommodations"] = [Roles.Accommodations],
        ["accommodations/people/{person:guid}"] = [Roles.Accommodations],
        ["accommodations/requests/{request:guid}"] = [Roles.Accommodations],
        ["admin/jobs"] = [Roles.Administrator],
        ["admin/staff"] = [Roles.Administrator],
        ["banks"] = Banks,
        ["banks/import"] = EditForms,
        ["banks/items/{version:guid}"] = Banks,
        ["banks/items/{version:guid}/edit"] = EditForms,
        ["banks/items/{version:guid}/history"] = Banks,
        ["banks/{id:guid}"] = Banks,
        ["banks/{id:guid}/export"] = Banks,
        ["campaigns"] = Campaigns,
        ["campaigns/new"] = EditCampaigns,
        ["campaigns/{id:guid}"] = Campaigns,
        ["campaigns/{id:guid}/selection-rates"] = Banks,
        ["campaigns/{id:guid}/selection-rates/bias-audit"] = Banks,
        ["campaigns/{id:guid}/selection-rates/what-if"] = Banks,
        ["campaigns/{id:guid}/hold"] = [Roles.HrAdmin],
        ["campaigns/{id:guid}/invite"] = EditCampaigns,
        ["campaigns/{id:guid}/comparison"] = Results,
        ["campaigns/{id:guid}/papers"] = Results,
        ["campaigns/{id:guid}/compare"] = Results,
        ["campaigns/{id:guid}/results/{invitation:guid}"] = Results,
        ["campaigns/{id:guid}/invite/{import:guid}"] = EditCampaigns,
        ["campaigns/{id:guid}/people/{invitation:guid}"] = EditCampaigns,
        ["campaigns/{id:guid}/settings"] = EditCampaigns,
        ["campaigns/{id:guid}/share"] = EditCampaigns,
        ["campaigns/{id:guid}/close"] = EditCampaigns,
        ["campaigns/{id:guid}/results"] = Results,
        ["campaigns/{id:guid}/rescoring"] = Banks,
        ["campaigns/{id:guid}/rescoring/{rescoring:guid}"] = Banks,
        ["candidates/{id:guid}"] = [Roles.HrAdmin],
        ["error/{status:int}"] = Visitors,
        ["forms"] = Banks,
        ["forms/assemble"] = EditForms,
        ["forms/new"] = EditForms,
        ["forms/{id:guid}"] = Banks,
        ["forms/{id:guid}/fairness"] = Banks,
        ["forms/{id:guid}/manual"] = Banks,
        ["health"] = Visitors,
        ["insights"] = Banks,
        ["insights/banks/{bank:guid}"] = Banks,
        ["insights/campaigns/{campaign:guid}"] = Banks,
        ["insights/forms/{form:guid}"] = Banks,
        ["insights/forms/{form:guid}/compare"] = Banks,
        ["insights/forms/{form:guid}/estimate"] = Banks,
        ["insights/help"] = Banks,
        ["insights/{insight:guid}/export"] = Banks,
        ["insights/{insight:guid}/items/{item:guid}"] = Banks,
        ["j/{token}"] = Visitors,
        ["job-records"] = Banks,
        ["job-records/new"] = EditForms,
        ["job-records/{id:guid}"] = Banks,
        ["judge"] = [Judge],
        ["judge/about-you"] = [Judge],
        ["judge/link-needed"] = Visitors,
        ["judge/{number:int}"] = [Judge],
        ["marking"] = EditForms,
        ["marking/{item:guid}/{key:guid}"] = EditForms,
        ["messages/templates"] = [Roles.HrAdmin],
        ["messages/templates/{kind}/{language}"] = [Roles.HrAdmin],
        ["messages/{id:guid?}"] = Roles.All,
        ["norms"] = Banks,
        ["norms/new"] = EditForms,
        ["norms/{id:guid}"] = Banks,
        ["panels"] = Banks,
        ["panels/new"] = EditForms,
        ["panels/{id:guid}"] = Banks,
        ["panels/{id:guid}/results"] = Banks,
        ["r/{token}"] = Visitors,
        ["receipts"] = Visitors,
        ["reports/{run:guid}"] = Results,
        ["reports/{run:guid}/pdf"] = Results,
        ["requests"] = EditForms,
        ["requests/{id:guid}"] = EditForms,
        ["t/{token}"] = Visitors,
        ["t/{token}/adjustments"] = Visitors,
        ["t/{token}/data"] = Visitors,
        ["t/{token}/erase"] = Visitors,
        ["t/{token}/feedback"] = Visitors,
        ["t/{token}/look-again"] = Visitors,
        ["t/{token}/monitoring"] = Visitors,
        ["t/{token}/practice"] = Visitors,
        ["t/{token}/withdraw"] = Visitors,
        ["validity"] = Banks,
        ["validity/{form:guid}"] = Banks,
        ["validity/{form:guid}/import"] = EditForms,
        ["verify/{code?}"] = Visitors,
        ["take/break"] = [Candidate],
        ["take/clock"] = [Candidate],
        ["take/done"] = [Candidate],
        ["take/link-needed"] = Visitors,
        ["take/review"] = [Candidate],
        ["take/save"] = [Candidate],
        ["take/section"] = [Candidate],
        ["take/{number:int?}"] = [Candidate],
    };

    /// <summary>Where fewer may post than may open.</summary>
    private static Dictionary<string, IReadOnlyList<string>> MayPost { get; } = new(StringComparer.Ordinal)
    {
        ["banks/items/{version:guid}"] = EditForms,
        ["banks/{id:guid}"] = EditForms,
        ["campaigns/{id:guid}"] = EditCampaigns,
        ["campaigns/{id:guid}/compare"] = EditCampaigns,
        ["campaigns/{id:guid}/results/{invitation:guid}"] = EditCampaigns,
        ["campaigns/{id:guid}/results"] = EditCampaigns,
        ["insights/campaigns/{campaign:guid}"] = EditForms,
        ["insights/forms/{form:guid}"] = EditForms,
        ["insights/forms/{form:guid}/compare"] = EditForms,
        ["insights/forms/{form:guid}/estimate"] = [Roles.Psychologist],
        ["insights/{insight:guid}/items/{item:guid}"] = [Roles.Psychologist],
        ["forms/{id:guid}/fairness"] = [Roles.Psychologist],
        ["campaigns/{id:guid}/rescoring"] = EditForms,
        ["campaigns/{id:guid}/rescoring/{rescoring:guid}"] = EditForms,
        ["job-records/{id:guid}"] = EditForms,
        ["norms/{id:guid}"] = EditForms,
        ["panels/{id:guid}"] = EditForms,
        ["panels/{id:guid}/results"] = EditForms,
    };

    public static TheoryData<string> Routes => [.. MayOpen.Keys];

    /// <summary>Where a visitor is sent who may not open a route; null where it opens.</summary>
    public static string? SentTo(string route, string visitor, bool posting) =>
        (posting && MayPost.TryGetValue(route, out IReadOnlyList<string>? may) ? may : MayOpen[route]).Contains(visitor) ? null
        : route.StartsWith("take/", StringComparison.Ordinal) ? "/take/link-needed"
        : route.Split('/')[0] == "judge" ? "/judge/link-needed"
        : Roles.All.Contains(visitor) ? "/account/denied"
        : "/account/sign-in";
}
