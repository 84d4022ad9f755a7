using EqAssess.Data;
using EqAssess.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Finds, orders and pages the people of one campaign in the database: it reads no sheet, and nothing of other campaigns.</summary>
public sealed class ResultsList(EqAssessDb db, Identities identities)
{
    /// <summary>Scores that lie closer than one millionth of a point are equal.</summary>
    private const double Equal = 1_000_000;

    /// <summary>A code's beginning fits few people; more are no search.</summary>
    private const int MostCodes = 200;

    /// <param name="plan">Under which the campaign's scores are shown.</param>
    /// <param name="hidden">Whether no scores are shown; then the order gives none away.</param>
    public async Task<ResultsSlice> SliceAsync(
        CampaignRow campaign, Guid plan, bool hidden, ResultsQuery query, Guid? reader, CancellationToken cancellationToken)
    {
        IQueryable<Line> lines = await FoundAsync(LinesOf(campaign, plan), campaign, query, reader, cancellationToken);
        int count = await (query.NeedsAttempts ? lines : await FoundAsync(WithoutAttempts(campaign), campaign, query, reader, cancellationToken)).CountAsync(cancellationToken);
        int pages = Math.Max(1, (count + ResultsQuery.PageSize - 1) / ResultsQuery.PageSize);
        int page = Math.Clamp(query.Sheet, 1, pages);
        List<Guid> shown = await Ordered(lines, campaign, hidden, query, reader)
            .Skip((page - 1) * ResultsQuery.PageSize).Take(ResultsQuery.PageSize).Select(l => l.Invitation.Id).ToListAsync(cancellationToken);
        return new ResultsSlice(shown, count, page, pages);
    }

    private IQueryable<Line> LinesOf(CampaignRow campaign, Guid plan) =>
        from invitation in db.Invitations
        where invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null
        from attempt in db.Attempts.Where(a => a.InvitationId == invitation.Id).DefaultIfEmpty()
        from run in db.ScoreRuns.Where(r => r.AttemptId == attempt.Id && r.PlanId == plan).DefaultIfEmpty()
        select new Line
        {
            Invitation = invitation,
            Attempt = attempt,
            Percent = run.Percent,
            Progress = run != null || (attempt.FormVersionId != campaign.FormVersionId && db.ScoreRuns.Any(r => r.AttemptId == attempt.Id)) ? Scored
                : attempt.ClosedAt != null ? BeingScored
                : attempt != null ? Started
                : Invited,
            Decision = db.Decisions.Where(d => d.InvitationId == invitation.Id).OrderByDescending(d => d.Number).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefault(),
        };

    /// <summary>The same people, to be counted: nothing of their attempts is looked up.</summary>
    private IQueryable<Line> WithoutAttempts(CampaignRow campaign) =>
        from invitation in db.Invitations
        where invitation.CampaignId == campaign.Id && invitation.RevokedAt == null && invitation.WithdrawnAt == null
        select new Line
        {
            Invitation = invitation,
            Attempt = null,
            Percent = null,
            Progress = Invited,
            Decision = db.Decisions.Where(d => d.InvitationId == invitation.Id).OrderByDescending(d => d.Number).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefault(),
        };

    private async Task<IQueryable<Line>> FoundAsync(
        IQueryable<Line> lines, CampaignRow campaign, ResultsQuery query, Guid? reader, CancellationToken cancellationToken)
    {
        IQueryable<Line> found = query.State is Progress state ? lines.Where(l => l.Progress == (int)state) : lines;
        found = query.Decision switch
        {
            null => found,
            DecisionFilter.Open => found.Where(l => l.Decision == null || l.Decision == DecisionOutcome.Reopened),
            DecisionFilter decision => WhereDecided(found, Enum.Parse<DecisionOutcome>(decision.ToString())),
        };
        found = query.Flag switch
        {
            ResultsFlag.Answers => found.Where(l => db.AnswerPatterns.Any(p => p.AttemptId == l.Attempt!.Id && p.Flagged)),
            ResultsFlag.Request => found.Where(l => db.CandidateRequests.Any(
                r => r.InvitationId == l.Invitation.Id && r.Kind == CandidateRequestKind.LookAgain && r.State == RequestState.Open)),
            _ => found,
        };
        found = query.People is PeopleFilter people ? WhereSimulated(found, people == PeopleFilter.Simulated) : found;
        return string.IsNullOrWhiteSpace(query.Words) ? found : await NamedAsync(found, campaign, query.Words.Trim(), reader, cancellationToken);
    }

    private static IQueryable<Line> WhereDecided(IQueryable<Line> lines, DecisionOutcome outcome) => lines.Where(l => l.Decision == outcome);

    private static IQueryable<Line> WhereSimulated(IQueryable<Line> lines, bool simulated) => lines.Where(l => l.Invitation.Simulated == simulated);

    /// <summary>By shown names and addresses, and by codes. Letters with accents are found in either case where all of them are in one.</summary>
    private async Task<IQueryable<Line>> NamedAsync(IQueryable<Line> lines, CampaignRow campaign, string words, Guid? reader, CancellationToken cancellationToken)
    {
        IQueryable<Guid> named = identities.NamedIn(campaign, reader).Select(i => i.Id);
        List<Guid> coded = await CodedAsync(campaign, words, cancellationToken);
        (string lower, string upper) = (words.ToLowerInvariant(), words.ToUpperInvariant());
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database compares; no culture of this machine has a say.
        return lines.Where(l => coded.Contains(l.Invitation.Id) || (named.Contains(l.Invitation.Id) && db.Candidates.Any(c => c.Id == l.Invitation.CandidateId
            && (c.Name.Contains(words) || c.Name.ToLower().Contains(lower) || c.Name.ToUpper().Contains(upper) || c.NormalizedEmail.Contains(upper)))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private async Task<List<Guid>> CodedAsync(CampaignRow campaign, string words, CancellationToken cancellationToken)
    {
        if (CandidateCode.Typed(words[(words.LastIndexOf(' ') + 1)..]) is not string code)
        {
            return [];
        }

        List<Guid> all = await db.Invitations.Where(i => i.CampaignId == campaign.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        return [.. all.Where(i => CandidateCode.Of(i).StartsWith(code, StringComparison.Ordinal)).Take(MostCodes)];
    }

    /// <summary>Equal scores stand in the order that was drawn for them.</summary>
    private IOrderedQueryable<Line> Ordered(IQueryable<Line> lines, CampaignRow campaign, bool hidden, ResultsQuery query, Guid? reader)
    {
        IQueryable<Guid> named = identities.NamedIn(campaign, reader).Select(i => i.Id);
        IOrderedQueryable<Line> first = query.Order switch
        {
            ResultsOrder.Name => lines.OrderBy(l => named.Contains(l.Invitation.Id) ? 0 : 1)
                .ThenBy(l => named.Contains(l.Invitation.Id) ? db.Candidates.Where(c => c.Id == l.Invitation.CandidateId).Select(c => c.Name).First() : ""),
            ResultsOrder.Undecided => lines.OrderBy(l => l.Decision == DecisionOutcome.Reopened ? 0 : l.Decision == null ? 1 : 2).ThenByDescending(l => l.Progress),
            _ => lines.OrderByDescending(l => l.Progress),
        };
        return (hidden ? first : first.ThenByDescending(l => (long)((l.Percent ?? -1) * Equal))).ThenBy(l => l.Invitation.Draw).ThenBy(l => l.Invitation.Id);
    }

    private const int Invited = (int)Progress.Invited;
    private const int Started = (int)Progress.Started;
    private const int BeingScored = (int)Progress.BeingScored;
    private const int Scored = (int)Progress.Scored;

    private sealed class Line
    {
        public required InvitationRow Invitation { get; init; }

        public required AttemptRow? Attempt { get; init; }

        public required double? Percent { get; init; }

        public required int Progress { get; init; }

        public required DecisionOutcome? Decision { get; init; }
    }
}

/// <param name="Invitations">Of this page, in their order.</param>
/// <param name="Count">People found on all pages.</param>
public sealed record ResultsSlice(IReadOnlyList<Guid> Invitations, int Count, int Page, int Pages);
