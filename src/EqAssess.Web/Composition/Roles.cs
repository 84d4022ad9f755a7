namespace EqAssess.Web.Composition;

/// <summary>What members of staff may be. A person can have several.</summary>
public static class Roles
{
    /// <summary>Invites staff. Sees no scores by this role alone.</summary>
    public const string Administrator = "Administrator";

    public const string HrAdmin = "HrAdmin";

    public const string Psychologist = "Psychologist";

    public const string Recruiter = "Recruiter";

    /// <summary>Decides requests for adjustments; nobody else sees them.</summary>
    public const string Accommodations = "Accommodations";

    /// <summary>Reads everything but adjustments.</summary>
    public const string Auditor = "Auditor";

    public static IReadOnlyList<string> All { get; } = [Administrator, HrAdmin, Psychologist, Recruiter, Accommodations, Auditor];
}

/// <summary>Authorisation policies: one per area of the site.</summary>
public static class Policies
{
    public const string Staff = "Staff";
    public const string Banks = "Banks";
    public const string EditBanks = "EditBanks";
    public const string EditForms = "EditForms";
    public const string Campaigns = "Campaigns";
    public const string EditCampaigns = "EditCampaigns";
    public const string Results = "Results";
    public const string Administration = "Administration";
    public const string Candidate = "Candidate";
    public const string EditPanels = "EditPanels";
    public const string EditJobRecords = "EditJobRecords";
    public const string Judge = "Judge";

    /// <summary>Proposes and approves another scoring, makes norm groups, imports outcomes.</summary>
    public const string EditScoring = "EditScoring";

    /// <summary>Answers what candidates ask for.</summary>
    public const string Requests = "Requests";

    /// <summary>Erases people, and sets and lifts legal holds.</summary>
    public const string People = "People";
    public const string Accommodations = "Accommodations";
    public const string Marking = "Marking";

    /// <summary>Sees how groups get on; never recruiters, who decide about single people.</summary>
    public const string Monitoring = "Monitoring";

    /// <summary>Edits the texts of messages.</summary>
    public const string EditTemplates = "EditTemplates";

    /// <summary>Sees statistics of forms and campaigns.</summary>
    public const string Insights = "Insights";

    /// <summary>Asks for new statistics, and compares keys.</summary>
    public const string AskInsights = "AskInsights";

    /// <summary>Puts estimates in the place of planning values.</summary>
    public const string AcceptEstimates = "AcceptEstimates";

    /// <summary>Writes down what was found about flagged scenarios.</summary>
    public const string WriteFindings = "WriteFindings";
}
