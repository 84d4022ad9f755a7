using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What a message says about adjustments that were decided or granted, as things stand when it is sent.</summary>
public sealed class DecisionText(EqAssessDb db, CandidateWords words)
{
    public async Task<string> TextAsync(MessageRow message, FormVersion form, CancellationToken cancellationToken)
    {
        Accommodation has = await HasAsync(message.InvitationId, cancellationToken);
        List<string> lines = [.. AdjustmentWords.Lines(words, has, form).Select(l => $"* {l}")];
        if (message.Kind == MessageKind.AdjustmentGranted)
        {
            // What changes nothing in the form of this test, a scenario of another one, is told all the same.
            return lines.Count > 0 ? string.Join('\n', lines) : $"* {words[has.IsNothing ? "Adjust.Has.None" : "Adjust.Has.Scenario"]}";
        }

        AccommodationRequest? decided = await db.AccommodationRequests.AsNoTracking()
            .Where(r => r.InvitationId == message.InvitationId && r.State != RequestState.Open && r.State != RequestState.TakenBack)
            .OrderByDescending(r => r.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        List<string> parts = [words[$"Adjust.State.{decided?.State ?? RequestState.Granted}"]];
        if (lines.Count > 0)
        {
            parts.Add(string.Join('\n', lines));
        }

        if (decided?.Answer is string answer)
        {
            parts.Add(answer);
        }

        return string.Join("\n\n", parts);
    }

    private async Task<Accommodation> HasAsync(Guid invitation, CancellationToken cancellationToken) => AccommodationRows.Read(await (
        from invited in db.Invitations
        join granted in db.Accommodations on invited.CandidateId equals granted.CandidateId
        where invited.Id == invitation
        select granted).AsNoTracking().SingleOrDefaultAsync(cancellationToken));
}
