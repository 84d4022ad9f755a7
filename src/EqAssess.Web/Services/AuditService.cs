using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;

namespace EqAssess.Web.Services;

/// <summary>Notes who did or saw what.</summary>
public sealed class AuditService(EqAssessDb db, TimeProvider time)
{
    public const string ResultsViewed = "results-viewed";
    public const string ReportViewed = "report-viewed";
    public const string ReportDownloaded = "report-downloaded";
    public const string ItemsPublished = "items-published";
    public const string BankExported = "bank-exported";
    public const string BankImported = "bank-imported";
    public const string FormPublished = "form-published";
    public const string CampaignOpened = "campaign-opened";
    public const string CandidatesInvited = "candidates-invited";
    public const string InvitationRevoked = "invitation-revoked";
    public const string PanelCreated = "panel-created";
    public const string PanelMovedOn = "panel-moved-on";
    public const string PanelSimulated = "panel-simulated";
    public const string JudgesAdded = "judges-added";
    public const string JudgeLinkRenewed = "judge-link-renewed";
    public const string JudgeRevoked = "judge-revoked";
    public const string JobRecordBegun = "job-record-begun";
    public const string JobRecordMovedOn = "job-record-moved-on";
    public const string JobRecordFinished = "job-record-finished";
    public const string RatersAdded = "raters-added";
    public const string RaterLinkRenewed = "rater-link-renewed";
    public const string RaterRevoked = "rater-revoked";
    public const string KeyPublished = "key-published";
    public const string AccommodationGranted = "accommodation-granted";
    public const string AccommodationDecided = "accommodation-decided";
    public const string AnswersMarked = "answers-marked";
    public const string StaffInvited = "staff-invited";
    public const string CandidateWithdrew = "candidate-withdrew";
    public const string CandidateAsked = "candidate-asked";
    public const string CaseViewed = "case-viewed";
    public const string RequestAnswered = "request-answered";
    public const string PersonViewed = "person-viewed";
    public const string PersonErased = "person-erased";
    public const string HoldSet = "hold-set";
    public const string HoldLifted = "hold-lifted";
    public const string ApplicationViewed = "application-viewed";
    public const string ComparisonViewed = "comparison-viewed";
    public const string NamesAsked = "names-asked";
    public const string NamesShown = "names-shown";
    public const string NamesHidden = "names-hidden";
    public const string DecisionRecorded = "decision-recorded";
    public const string CampaignChanged = "campaign-changed";
    public const string CampaignClosed = "campaign-closed";
    public const string CampaignShared = "campaign-shared";
    public const string InvitationExtended = "invitation-extended";
    public const string AddressCorrected = "address-corrected";
    public const string PeopleMerged = "people-merged";
    public const string MergeUndone = "merge-undone";
    public const string TemplateChanged = "template-changed";
    public const string SelectionRatesViewed = "selection-rates-viewed";
    public const string SelectionRatesExported = "selection-rates-exported";
    public const string FormFairnessViewed = "form-fairness-viewed";
    public const string FindingWritten = "finding-written";
    public const string ManualPrinted = "manual-printed";
    public const string EstimateAccepted = "estimate-accepted";
    public const string InsightExported = "insight-exported";
    public const string RescoringProposed = "rescoring-proposed";
    public const string RescoringViewed = "rescoring-viewed";
    public const string RescoringApproved = "rescoring-approved";
    public const string RescoringRejected = "rescoring-rejected";
    public const string CampaignRescored = "campaign-rescored";
    public const string NormsMade = "norms-made";
    public const string NormsPublished = "norms-published";
    public const string NormsWithdrawn = "norms-withdrawn";
    public const string NormsChosen = "norms-chosen";
    public const string OutcomesImported = "outcomes-imported";

    /// <summary>The same act on several rows, in one transaction.</summary>
    public async Task NoteAsync(Guid? actor, string act, IEnumerable<Guid> subjects)
    {
        DateTimeOffset now = time.Now;
        db.AuditLog.AddRange(subjects.Select(s => new AuditEntry { Id = Guid.CreateVersion7(), At = now, Actor = actor, Act = act, Subject = s }));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    public async Task NoteAsync(Guid? actor, string act, Guid subject)
    {
        db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = actor, Act = act, Subject = subject });
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
