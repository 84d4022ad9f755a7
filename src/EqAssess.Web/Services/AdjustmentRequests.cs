using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services;

/// <summary>Adjustments as candidates ask for them, before the clock starts.</summary>
public sealed class AdjustmentRequests(EqAssessDb db, IOptions<AccommodationOptions> options, TimeProvider time)
{
    /// <summary>Longest text of a request, and of the answer to one.</summary>
    public const int LongestText = 2000;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AccommodationRequest>> OfAsync(Guid invitation, CancellationToken cancellationToken) =>
        await db.AccommodationRequests.AsNoTracking().Where(r => r.InvitationId == invitation).OrderByDescending(r => r.AskedAt).ToListAsync(cancellationToken);

    /// <summary>Asks, unless a request is open. The wait for a decision never costs the start: from now on it is possible after the campaign as well.</summary>
    /// <returns>False when there is nothing to ask for, or the test was started.</returns>
    public async Task<bool> AskAsync(LinkedInvitation linked, IReadOnlyCollection<Wish> wishes, string? text, CancellationToken cancellationToken)
    {
        if (!linked.MayAskForAdjustments || wishes.Count == 0)
        {
            return false;
        }

        if (await db.AccommodationRequests.AnyAsync(r => r.InvitationId == linked.Invitation.Id && r.State == RequestState.Open, cancellationToken))
        {
            // A double click: the other one asked.
            return true;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(linked.Campaign.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, zone).DateTime);
        DateOnly due = WorkingDays.After(today, options.Value.WorkingDaysToDecide);
        db.AccommodationRequests.Add(new AccommodationRequest
        {
            Id = Guid.CreateVersion7(),
            InvitationId = linked.Invitation.Id,
            AskedAt = time.Now,
            DueOn = due,
            Wishes = string.Join(' ', wishes.Distinct().Order().Select(CodeOf)),
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        });
        InvitationRow invitation = await db.Invitations.SingleAsync(i => i.Id == linked.Invitation.Id, cancellationToken);
        invitation.StartUntil = Later(invitation.StartUntil, CampaignService.EndOf(due.AddDays(options.Value.DaysToStart), zone));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes back what was not decided yet, and with it the later end of starts that it brought.</summary>
    public async Task TakeBackAsync(LinkedInvitation linked, Guid request)
    {
        Guid invitation = linked.Invitation.Id;
        DateTimeOffset now = time.Now;

        // In the statement itself: a decision that was made in the meantime stands.
        int taken = await db.AccommodationRequests
            .Where(r => r.Id == request && r.InvitationId == invitation && r.State == RequestState.Open)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RequestState.TakenBack).SetProperty(x => x.DecidedAt, now));
        if (taken == 0)
        {
            return;
        }

        DateTimeOffset? decided = await db.AccommodationRequests
            .Where(r => r.InvitationId == invitation && r.State != RequestState.TakenBack && r.State != RequestState.Open).MaxAsync(r => r.DecidedAt);
        DateTimeOffset? until = decided is DateTimeOffset last ? EndAfter(last, linked.Campaign.TimeZone) : null;
        await db.Invitations.Where(i => i.Id == invitation).ExecuteUpdateAsync(i => i.SetProperty(x => x.StartUntil, until));
    }

    /// <summary>The last instant of the days in which a test can be started after a decision.</summary>
    private DateTimeOffset EndAfter(DateTimeOffset decided, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return CampaignService.EndOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(decided, zone).DateTime).AddDays(options.Value.DaysToStart), zone);
    }

    public static string CodeOf(Wish wish) => wish.ToString().ToLowerInvariant();

    public static IReadOnlyList<Wish> WishesOf(AccommodationRequest request) =>
        [.. request.Wishes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Enum.Parse<Wish>(w, ignoreCase: true))];

    internal static DateTimeOffset Later(DateTimeOffset? held, DateTimeOffset other) => held > other ? held.Value : other;
}

/// <summary>What a candidate can ask for. Worded in CandidateWords and in StaffWords.</summary>
public enum Wish
{
    Time,
    Breaks,
    Untimed,
    Typed,
    Scenario,
    Other,
}
