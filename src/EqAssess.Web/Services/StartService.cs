using EqAssess.Data;
using EqAssess.Data.Ledgers;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>What a candidate's link leads to, and the start of the attempt.</summary>
public sealed class StartService(
    EqAssessDb db, AttemptLedger ledger, FormLibrary forms, Replacements replacements, RetestService retests, IOptions<AttemptOptions> options, TimeProvider time)
{
    /// <summary>Looks a link up. Looking changes nothing, however often a mail scanner does it.</summary>
    /// <returns>Null for a link that leads nowhere.</returns>
    public async Task<LinkedInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        string hash = Tokens.HashOf(token);
        var found = await (
            from link in db.InvitationLinks
            join invitation in db.Invitations on link.InvitationId equals invitation.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where link.TokenHash == hash
            from granted in db.Accommodations.Where(a => a.CandidateId == candidate.Id).DefaultIfEmpty()
            select new { invitation, campaign, candidate.Name, granted }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : await LinkedAsync(found.invitation, found.campaign, found.Name, AccommodationRows.Read(found.granted), cancellationToken);
    }

    /// <summary>Starts the attempt, or finds the one that was started: a double click makes no second one.</summary>
    /// <returns>Null when the invitation cannot be started (any more, or yet).</returns>
    public async Task<Guid?> StartAsync(LinkedInvitation linked)
    {
        if (linked is { Attempt: Guid running, State: not LinkState.Withdrawn })
        {
            return running;
        }

        if (linked.State != LinkState.Ready)
        {
            return null;
        }

        // Random: an id of version 7 holds its instant, and pages that show results would tell when a test was started.
        var id = Guid.NewGuid();
        DateTimeOffset now = time.Now;
        EquivalentsFound equivalents = await replacements.ForAsync(linked.Form.Id, linked.Granted.SparedItems, CancellationToken.None);
        IReadOnlyList<AttemptEvent> events = AttemptStart.Events(
            linked.Form.TimeLimit,
            TimeSpan.FromSeconds(options.Value.GraceSeconds),
            linked.Granted.For(linked.Campaign.ClosesAt, now),
            equivalents.Replaced,
            now);
        var row = new AttemptRow
        {
            Id = id,
            InvitationId = linked.Invitation.Id,
            FormVersionId = linked.Form.Id,
            Simulated = linked.Invitation.Simulated,
            StartedAt = now,
            Deadline = now,
            LastMoment = now,
        };
        AttemptAppend begin = events.Aggregate(
            AttemptAppend.Begin(row), (append, happened) => append.With(happened, Guid.CreateVersion7(), AttemptService.ServerWriter, now));
        return await ledger.AppendAsync(begin)
            ? id
            : await db.Attempts.Where(a => a.InvitationId == linked.Invitation.Id).Select(a => a.Id).SingleAsync();
    }

    /// <summary>A further link to an invitation.</summary>
    /// <returns>Its token, of which only the hash is kept.</returns>
    public async Task<string> MintLinkAsync(Guid invitation)
    {
        string token = Tokens.Mint();
        db.InvitationLinks.Add(new InvitationLink { TokenHash = Tokens.HashOf(token), InvitationId = invitation, MintedAt = time.Now });
        await db.SaveChangesAsync(CancellationToken.None);
        return token;
    }

    /// <summary>From here on a person cannot start: the end of the campaign, or later where an adjustment took its time or the hiring team gave some.</summary>
    internal static DateTimeOffset StartsUntil(InvitationRow invitation, CampaignRow campaign) =>
        new[] { campaign.ClosesAt, invitation.StartUntil ?? campaign.ClosesAt, invitation.ExtendedUntil ?? campaign.ClosesAt }.Max();

    private async Task<LinkedInvitation> LinkedAsync(
        InvitationRow invitation, CampaignRow campaign, string name, Accommodation granted, CancellationToken cancellationToken)
    {
        var attempt = await db.Attempts.AsNoTracking().Where(a => a.InvitationId == invitation.Id)
            .Select(a => new { a.Id, a.ClosedAt, a.LastMoment }).SingleOrDefaultAsync(cancellationToken);
        FormVersion form = await forms.GetAsync(campaign.FormVersionId, cancellationToken);
        DateTimeOffset now = time.Now;
        DateTimeOffset? from = attempt is null ? await retests.StartsFromAsync(invitation.CandidateId, invitation.Id, cancellationToken) : null;
        LinkState state = attempt switch
        {
            _ when invitation.WithdrawnAt is not null => LinkState.Withdrawn,
            { ClosedAt: not null } => LinkState.Finished,
            not null when now > attempt.LastMoment => LinkState.Finished,
            not null => LinkState.Running,
            _ when invitation.RevokedAt is not null => LinkState.Revoked,
            _ when from is not null && now < StartsUntil(invitation, campaign) => LinkState.TestedLately,
            _ when now < campaign.OpensAt => LinkState.NotYetOpen,
            _ when now >= StartsUntil(invitation, campaign) => LinkState.Closed,
            _ when (await replacements.ForAsync(form.Id, granted.SparedItems, cancellationToken)).Missing.Count > 0 => LinkState.Arranging,
            _ => LinkState.Ready,
        };
        return new LinkedInvitation(invitation, campaign, name, form, state, attempt?.Id) { Granted = granted, StartsUntil = StartsUntil(invitation, campaign), StartsFrom = from };
    }
}

/// <param name="Attempt">Null before the start.</param>
public sealed record LinkedInvitation(
    InvitationRow Invitation,
    CampaignRow Campaign,
    string CandidateName,
    FormVersion Form,
    LinkState State,
    Guid? Attempt)
{
    /// <summary>What the person was granted, for this test and every other.</summary>
    public Accommodation Granted { get; init; } = Accommodation.None;

    /// <summary>From here on nobody starts: the end of the campaign, or this person's own where it is later.</summary>
    public DateTimeOffset StartsUntil { get; init; }

    /// <summary>From when on somebody who took a test lately may start; null where nothing keeps them from it.</summary>
    public DateTimeOffset? StartsFrom { get; init; }

    public bool StartsAfterCampaign => StartsUntil > Campaign.ClosesAt;

    public bool MayAskForAdjustments => State is LinkState.Ready or LinkState.NotYetOpen or LinkState.Arranging;

    /// <summary>The last day on which the test may be started, in the campaign's zone.</summary>
    public DateOnly LastDay => StartsAfterCampaign
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(StartsUntil.AddMilliseconds(-1), TimeZoneInfo.FindSystemTimeZoneById(Campaign.TimeZone)).DateTime)
        : Campaign.ClosesOn;
}

/// <summary>Where an invitation stands for the person who opens its link.</summary>
public enum LinkState
{
    Ready,

    /// <summary>The person is spared a scenario of the form, and nothing stands in its place yet.</summary>
    Arranging,
    Running,
    Finished,
    NotYetOpen,
    Closed,
    Revoked,

    /// <summary>The person took a test some months ago, and that result counts.</summary>
    TestedLately,

    /// <summary>By the candidate; there is nothing to start or to continue any more.</summary>
    Withdrawn,
}
