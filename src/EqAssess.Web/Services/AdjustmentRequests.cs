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

    /// <summary>Takes back what was not decided yet, and with it the later end of starts where no other request brought one.</summary>
    public async Task TakeBackAsync(LinkedInvitation linked, Guid request)
    {
        Guid invitation = linked.Invitation.Id;
        AccommodationRequest? row = await db.AccommodationRequests
            .SingleOrDefaultAsync(r => r.Id == request && r.InvitationId == invitation && r.State == RequestState.Open);
        if (row is null)
        {
            return;
        }

        row.State = RequestState.TakenBack;
        row.DecidedAt = time.Now;
        if (!await db.AccommodationRequests.AnyAsync(r => r.InvitationId == invitation && r.Id != request && r.State != RequestState.TakenBack))
        {
            (await db.Invitations.SingleAsync(i => i.Id == invitation)).StartUntil = null;
        }

        await db.SaveChangesAsync(CancellationToken.None);
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
