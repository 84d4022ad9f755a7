using EqAssess.Data;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>A candidate's own feedback as a paper, with the words of the page.</summary>
public sealed class FeedbackPapers(EqAssessDb db, FeedbackService feedback, ReportService reports, CandidateWords words)
{
    /// <summary>In the language of <see cref="CandidateWords.Culture"/>.</summary>
    /// <returns>Null while the attempt is not scored.</returns>
    public async Task<FeedbackPaper?> OfAsync(LinkedInvitation linked, Guid attempt, CancellationToken cancellationToken)
    {
        if (await feedback.OfAsync(attempt, cancellationToken) is not { } found)
        {
            return null;
        }

        string name = await db.Candidates.Where(c => c.Id == linked.Invitation.CandidateId).Select(c => c.Name).SingleAsync(cancellationToken);
        var frame = new FeedbackFrame(
            words["Feedback.Instrument"],
            words["Feedback.Of", name, linked.Campaign.JobTitle],
            words["Feedback.Handling"],
            words["Feedback.Read"]);
        ReportDocument document = FeedbackReport.Compose(new FeedbackInput(frame, found.Domains, found.KeyStatus, words.Language, Text));
        string canonical = CanonicalReport.Write(document);
        return new FeedbackPaper(found.ScoreRun, document, canonical, await reports.FindAsync(found.ScoreRun, canonical, cancellationToken));
    }

    private string Text(string key, object[] arguments) => arguments.Length == 0 ? words[key] : words[key, arguments];
}

/// <param name="State">Null before its PDF was asked for.</param>
public sealed record FeedbackPaper(Guid ScoreRun, ReportDocument Document, string Canonical, ReportState? State);
