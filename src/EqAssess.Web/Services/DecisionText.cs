using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What a message says about a decision on an adjustment, as things stand when it is sent.</summary>
public sealed class DecisionText(EqAssessDb db, CandidateWords words)
{
    public async Task<string> TextAsync(MessageRow message, FormVersion form, CancellationToken cancellationToken)
    {
        AccommodationRequest? decided = await db.AccommodationRequests.AsNoTracking()
            .Where(r => r.InvitationId == message.InvitationId && r.State != RequestState.Open && r.State != RequestState.TakenBack)
            .OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        AccommodationRow? row = await (
            from invitation in db.Invitations
            join granted in db.Accommodations on invitation.CandidateId equals granted.CandidateId
            where invitation.Id == message.InvitationId
            select granted).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        Accommodation has = AccommodationRows.Read(row);
        IReadOnlyList<string> lines = AdjustmentWords.Lines(words, has, form);
        List<string> parts = [words[$"Adjust.State.{decided?.State ?? RequestState.Granted}"]];
        if (lines.Count > 0)
        {
            parts.Add(string.Join('\n', lines.Select(l => $"* {l}")));
        }

        if (decided?.Answer is string answer)
        {
            parts.Add(answer);
        }

        return string.Join("\n\n", parts);
    }
}
