using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Who somebody is, as a member of staff may be shown it in results, comparisons, reports and exports: in a blind campaign a code, until a
/// person has recorded a decision or this reader has asked for the name and said why.
/// </summary>
public sealed class Identities(EqAssessDb db, StaffWords words, TimeProvider time)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 200;

    /// <summary>Invitations of a campaign whose names the reader is shown.</summary>
    /// <param name="reader">Member of staff; null for the server, to whom only decided names are shown.</param>
    public IQueryable<InvitationRow> NamedIn(CampaignRow campaign, Guid? reader) =>
        db.Invitations.Where(i => i.CampaignId == campaign.Id && (!campaign.Blind
            || db.Decisions.Any(d => d.InvitationId == i.Id && d.StaffId != null)
            || db.NameLooks.Any(l => l.InvitationId == i.Id && l.StaffId == reader)));

    /// <summary>Those of the invitations that belong to the campaign, by id.</summary>
    /// <inheritdoc cref="NamedIn"/>
    public async Task<IReadOnlyDictionary<Guid, ShownIdentity>> OfAsync(
        CampaignRow campaign, Guid? reader, IReadOnlyCollection<Guid> invitations, CancellationToken cancellationToken)
    {
        HashSet<Guid> named = [.. await NamedIn(campaign, reader).Where(i => invitations.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken)];
        var people = await (
            from invitation in db.Invitations
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where invitation.CampaignId == campaign.Id && invitations.Contains(invitation.Id)
            select new { invitation.Id, candidate.Name, candidate.Email, Erased = candidate.ErasedAt != null }).AsNoTracking().ToListAsync(cancellationToken);
        return people.ToDictionary(p => p.Id, p => Shown(p.Id, p.Name, p.Email, p.Erased, named.Contains(p.Id)));
    }

    public async Task<ShownIdentity?> OfAsync(CampaignRow campaign, Guid? reader, Guid invitation, CancellationToken cancellationToken) =>
        (await OfAsync(campaign, reader, [invitation], cancellationToken)).GetValueOrDefault(invitation);

    /// <summary>Shows somebody names from now on. Who asked, when and why is kept; asking twice changes nothing.</summary>
    /// <returns>Of how many people the name is new to the reader.</returns>
    public async Task<int> AskAsync(CampaignRow campaign, IReadOnlyCollection<Guid> invitations, Guid staff, string reason, CancellationToken cancellationToken)
    {
        IQueryable<Guid> named = NamedIn(campaign, staff).Select(i => i.Id);
        List<Guid> hidden = await db.Invitations.Where(i => i.CampaignId == campaign.Id && invitations.Contains(i.Id) && !named.Contains(i.Id))
            .Select(i => i.Id).ToListAsync(cancellationToken);
        DateTimeOffset now = time.Now;
        foreach (Guid invitation in hidden)
        {
            db.NameLooks.Add(new NameLook { InvitationId = invitation, StaffId = staff, Reason = reason, AskedAt = now });
            db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = now, Actor = staff, Act = AuditService.NamesAsked, Subject = invitation });
        }

        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
        }

        return hidden.Count;
    }

    private ShownIdentity Shown(Guid invitation, string name, string email, bool erased, bool named)
    {
        string code = CandidateCode.Of(invitation);
        return erased ? new ShownIdentity(invitation, code, words["Candidate.Erased"], null, null)
            : named ? new ShownIdentity(invitation, code, name, name, email)
            : new ShownIdentity(invitation, code, words["Candidate.Code", code], null, null);
    }
}

/// <param name="Label">What stands where a name would: the name, or "Candidate" with the code.</param>
/// <param name="Name">Null while it is hidden, and where it was erased.</param>
public sealed record ShownIdentity(Guid Invitation, string Code, string Label, string? Name, string? Email)
{
    public bool Hidden => Name is null;
}
