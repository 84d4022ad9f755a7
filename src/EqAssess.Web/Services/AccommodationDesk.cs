using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using EqAssess.Domain.Forms;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>What those who decide about adjustments see: requests, people, what they have.</summary>
public sealed class AccommodationDesk(EqAssessDb db, FormLibrary forms, TimeProvider time)
{
    private const int MostDecided = 50;

    /// <summary>Open requests, the ones that are due first first.</summary>
    public async Task<IReadOnlyList<RequestCase>> OpenAsync(CancellationToken cancellationToken) =>
        await CasesAsync(db.AccommodationRequests.Where(r => r.State == RequestState.Open).OrderBy(r => r.DueOn).ThenBy(r => r.AskedAt), cancellationToken);

    /// <summary>The latest that were decided or taken back.</summary>
    public async Task<IReadOnlyList<RequestCase>> DoneAsync(CancellationToken cancellationToken) =>
        await CasesAsync(db.AccommodationRequests.Where(r => r.State != RequestState.Open).OrderByDescending(r => r.DecidedAt).Take(MostDecided), cancellationToken);

    /// <returns>Null when there is no such request.</returns>
    public async Task<RequestCase?> CaseAsync(Guid request, CancellationToken cancellationToken) =>
        (await CasesAsync(db.AccommodationRequests.Where(r => r.Id == request), cancellationToken)).SingleOrDefault();

    /// <param name="email">The whole address; there is no search in parts of it.</param>
    /// <returns>Null when nobody has this address.</returns>
    public async Task<Guid?> FindAsync(string email, CancellationToken cancellationToken)
    {
        string wanted = MailAddresses.Normalize(email);
        return await db.Candidates.Where(c => c.NormalizedEmail == wanted && c.ErasedAt == null).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>Null when there is no such person, or no longer.</returns>
    public async Task<PersonCase?> PersonAsync(Guid candidate, CancellationToken cancellationToken)
    {
        CandidateRow? person = await db.Candidates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == candidate && c.ErasedAt == null, cancellationToken);
        if (person is null)
        {
            return null;
        }

        DateTimeOffset now = time.Now;
        AccommodationRow? row = await db.Accommodations.AsNoTracking().SingleOrDefaultAsync(a => a.CandidateId == candidate, cancellationToken);
        var found = await (
            from invitation in db.Invitations
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where invitation.CandidateId == candidate && invitation.RevokedAt == null
            orderby campaign.ClosesAt descending
            select new
            {
                campaign.JobTitle,
                campaign.FormVersionId,
                Over = campaign.ClosesAt <= now && (invitation.StartUntil == null || invitation.StartUntil <= now),
                Started = db.Attempts.Any(a => a.InvitationId == invitation.Id),
                Ended = db.Attempts.Any(a => a.InvitationId == invitation.Id && (a.ClosedAt != null || a.LastMoment < now)),
            }).ToListAsync(cancellationToken);
        List<PersonTest> tests =
        [
            .. found.Select(f => new PersonTest(
                f.JobTitle, f.FormVersionId, f.Ended ? TestState.Finished : f.Started ? TestState.Running : f.Over ? TestState.Over : TestState.NotStarted)),
        ];
        Accommodation granted = AccommodationRows.Read(row);
        return new PersonCase(person, granted, tests, await ScenariosAsync(tests, granted, cancellationToken));
    }

    /// <summary>Scenarios of the tests that are open, those with a content note first.</summary>
    private async Task<IReadOnlyList<SparableItem>> ScenariosAsync(List<PersonTest> tests, Accommodation granted, CancellationToken cancellationToken)
    {
        var items = new Dictionary<string, SparableItem>(StringComparer.Ordinal);
        foreach (Guid form in tests.Where(t => t.State is TestState.NotStarted or TestState.Running).Select(t => t.Form).Distinct())
        {
            foreach (FormItem item in (await forms.GetAsync(form, cancellationToken)).Items)
            {
                items[item.Content.Id] = new SparableItem(item.Content.Id, item.Content.Title, item.Content.ContentNote);
            }
        }

        foreach (string spared in granted.SparedItems)
        {
            items.TryAdd(spared, new SparableItem(spared, spared, null));
        }

        return [.. items.Values.OrderBy(i => i.ContentNote is null).ThenBy(i => i.Title, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<RequestCase>> CasesAsync(IQueryable<AccommodationRequest> requests, CancellationToken cancellationToken)
    {
        var found = await requests.AsNoTracking().Select(r => new
        {
            Request = r,
            About = (from i in db.Invitations
                     join c in db.Candidates on i.CandidateId equals c.Id
                     join k in db.Campaigns on i.CampaignId equals k.Id
                     where i.Id == r.InvitationId
                     select new { c.Id, c.Name, k.JobTitle, k.TimeZone }).Single(),
        }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(f => new RequestCase(f.Request, f.About.Id, f.About.Name, f.About.JobTitle, f.Request.State == RequestState.Open && f.Request.DueOn < Today(f.About.TimeZone))),
        ];
    }

    private DateOnly Today(string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}

/// <param name="Overdue">Open, and the day on which it was due is over in the campaign's zone.</param>
public sealed record RequestCase(AccommodationRequest Request, Guid Candidate, string Name, string JobTitle, bool Overdue);

public sealed record PersonCase(CandidateRow Person, Accommodation Granted, IReadOnlyList<PersonTest> Tests, IReadOnlyList<SparableItem> Scenarios);

public sealed record PersonTest(string JobTitle, Guid Form, TestState State);

/// <param name="Id">The item's id in its bank.</param>
public sealed record SparableItem(string Id, string Title, string? ContentNote);

/// <summary>Where a test of a person stands, for those who decide about adjustments.</summary>
public enum TestState
{
    NotStarted,
    Running,
    Finished,

    /// <summary>It was not started, and can no longer be.</summary>
    Over,
}
