using EqAssess.Data.Tables;
using EqAssess.Web.Services;

namespace EqAssess.Web.Pages.Results;

/// <summary>What is written down about one person beside a decision.</summary>
public sealed class CaseDesk(CaseNotes notes, InterviewScores interviews, Identities identities, CandidateRequests requests)
{
    public Task<bool> WriteAsync(Guid invitation, Guid staff, string? note) => notes.WriteAsync(invitation, staff, note);

    public Task<bool> GiveAsync(Guid invitation, Guid staff, IReadOnlyDictionary<string, int> scores) => interviews.GiveAsync(invitation, staff, scores);

    public Task<bool> AnswerAsync(Guid request, RequestState state, string answer, Guid staff) => requests.AnswerAsync(request, state, answer, staff);

    /// <returns>False without a reason of one line.</returns>
    public async Task<bool> AskNamesAsync(CampaignRow campaign, IReadOnlyCollection<Guid> invitations, Guid staff, string? why, CancellationToken cancellationToken)
    {
        string reason = (why ?? "").Trim();
        if (reason.Length is 0 or > Identities.LongestReason || reason.Any(char.IsControl))
        {
            return false;
        }

        await identities.AskAsync(campaign, invitations, staff, reason, cancellationToken);
        return true;
    }
}
