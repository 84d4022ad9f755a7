using System.Text.Json;
using System.Text.Json.Serialization;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Norms;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// Makes norm versions from the valid first attempts on a form. People are told apart by campaign, job and day alone: what monitoring knows
/// about them is not within reach here, and no norm group can be made of a protected group.
/// </summary>
public sealed class NormMaking(EqAssessDb db, TimeProvider time)
{
    /// <summary>Forms on which real people have been scored.</summary>
    public async Task<IReadOnlyList<FormVersionRow>> FormsAsync(CancellationToken cancellationToken) =>
        await db.FormVersions.AsNoTracking().Where(f => db.Attempts.Any(a => a.FormVersionId == f.Id && a.ClosedAt != null && !a.Simulated))
            .OrderByDescending(f => f.PublishedAt).ToListAsync(cancellationToken);

    /// <summary>The ways in which the form is scored, by their digests; the newest plan of each speaks for it.</summary>
    public async Task<IReadOnlyList<NormScoring>> ScoringsAsync(Guid form, CancellationToken cancellationToken)
    {
        List<ScoringPlanRow> rows = await db.ScoringPlans.AsNoTracking().Where(p => p.FormVersionId == form).OrderByDescending(p => p.Number).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => PlanJson.ReadPlan(r.Content)).GroupBy(PlanJson.ScoringDigest)
                .Select(g => new NormScoring(g.Key, g.First(), [.. g.Select(p => p.Id)])),
        ];
    }

    /// <summary>Campaigns on the form in which somebody real was scored, the newest first.</summary>
    public async Task<IReadOnlyList<CampaignRow>> CampaignsAsync(Guid form, CancellationToken cancellationToken) =>
        await db.Campaigns.AsNoTracking()
            .Where(c => c.FormVersionId == form && db.Invitations.Any(i => i.CampaignId == c.Id && db.Attempts.Any(a => a.InvitationId == i.Id && a.ClosedAt != null && !a.Simulated)))
            .OrderByDescending(c => c.OpensOn).ToListAsync(cancellationToken);

    /// <summary>How many people the wish comes to, and what a norm version of them would be. Nothing is stored.</summary>
    public async Task<NormDraft> TryAsync(NormWish wish, CancellationToken cancellationToken)
    {
        NormScoring? scoring = (await ScoringsAsync(wish.Form, cancellationToken)).FirstOrDefault(s => s.Digest == wish.Scoring);
        List<NormMember> members = scoring is null ? [] : await MembersAsync(wish, scoring, cancellationToken);
        List<Guid> campaigns = [.. members.Select(m => m.Campaign).Distinct()];
        List<string> countries = await db.Campaigns.Where(c => campaigns.Contains(c.Id) && c.Country != "").Select(c => c.Country).Distinct().OrderBy(c => c).ToListAsync(cancellationToken);
        return new NormDraft(members, countries);
    }

    /// <returns>Its id; or what is to be mended.</returns>
    public async Task<NormMade> MakeAsync(NormWish wish, Guid? staff, CancellationToken cancellationToken)
    {
        NormDraft draft = await TryAsync(wish, cancellationToken);
        List<NormProblem> problems = [.. Problems(wish, draft)];
        if (problems.Count > 0)
        {
            return new NormMade(null, problems, draft.Members.Count);
        }

        for (int i = 1; ; i++)
        {
            int number = (await db.NormVersions.Where(n => n.FormVersionId == wish.Form).MaxAsync(n => (int?)n.Number, cancellationToken) ?? 0) + 1;
            NormVersionRow row = RowOf(wish, draft, number, staff);
            db.NormVersions.Add(row);
            db.AuditLog.Add(new AuditEntry { Id = Guid.CreateVersion7(), At = time.Now, Actor = staff, Act = AuditService.NormsMade, Subject = row.Id });
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return new NormMade(row.Id, [], draft.Members.Count);
            }
            catch (DbUpdateException failure) when (i < 10 && DatabaseEngine.SaysDuplicateKey(failure))
            {
                // Another group of the form has the number: count again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<List<NormMember>> MembersAsync(NormWish wish, NormScoring scoring, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> plans = scoring.Plans;
        var found = await (
            from attempt in db.FirstAttemptsOn(wish.Form)
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            where (wish.Campaigns.Count == 0 || wish.Campaigns.Contains(campaign.Id)) && (wish.Job == null || campaign.JobTitle == wish.Job)
            join run in db.ScoreRuns on attempt.Id equals run.AttemptId
            where plans.Contains(run.PlanId) && run.Percent != null
            select new { Attempt = attempt.Id, Campaign = campaign.Id, ClosedAt = attempt.ClosedAt!.Value, run.Percent, run.Sheet }).AsNoTracking().ToListAsync(cancellationToken);

        // Plans with the same digest give an attempt the same score: any of its runs will do.
        return
        [
            .. found.GroupBy(f => f.Attempt).Select(g => g.First())
                .Where(f => PlanJson.ReadSheet(f.Sheet).Flags.Count == 0)
                .Select(f => new NormMember(f.Campaign, DateOnly.FromDateTime(f.ClosedAt.UtcDateTime), f.Percent!.Value))
                .Where(m => (wish.From is not DateOnly from || m.On >= from) && (wish.To is not DateOnly to || m.On <= to)),
        ];
    }

    private static IEnumerable<NormProblem> Problems(NormWish wish, NormDraft draft)
    {
        if (wish.Title.Trim().Length is 0 or > NormWish.LongestTitle)
        {
            yield return NormProblem.NoTitle;
        }

        if (wish.RoleFamily.Trim().Length is 0 or > NormWish.LongestTitle)
        {
            yield return NormProblem.NoRoleFamily;
        }

        if (wish.Description.Trim().Length is 0 or > NormWish.LongestDescription)
        {
            yield return NormProblem.NoDescription;
        }

        if (NormStanding.OfSize(draft.Members.Count) == NormSize.TooFew)
        {
            yield return NormProblem.TooFew;
        }
    }

    private NormVersionRow RowOf(NormWish wish, NormDraft draft, int number, Guid? staff)
    {
        string scores = JsonSerializer.Serialize(draft.Members.Select(m => m.Percent).Order());
        return new NormVersionRow
        {
            Id = Guid.CreateVersion7(),
            FormVersionId = wish.Form,
            ScoringSha256 = wish.Scoring,
            Number = number,
            Title = wish.Title.Trim(),
            Description = wish.Description.Trim(),
            RoleFamily = wish.RoleFamily.Trim(),
            Countries = string.Join(", ", draft.Countries),
            Source = wish.Source,
            Persons = draft.Members.Count,
            CollectedFrom = draft.Members.Min(m => m.On),
            CollectedTo = draft.Members.Max(m => m.On),
            Filter = JsonSerializer.Serialize(new NormFilter([.. draft.Members.Select(m => m.Campaign).Distinct().Order()], wish.Job, wish.From, wish.To)),
            Transformation = draft.Sample!.DefaultTransformation,
            Scores = scores,
            Digest = Digest.Sha256(scores),
            CreatedAt = time.Now,
            CreatedBy = staff,
        };
    }
}

/// <param name="Plans">All plans of the form that score in this way.</param>
public sealed record NormScoring(string Digest, ScoringPlan Plan, IReadOnlyList<Guid> Plans);

/// <summary>Whom a norm group is to be made of. There is no field for anything that a person is.</summary>
/// <param name="Campaigns">None: all.</param>
/// <param name="Job">Job title of the campaigns; null: all.</param>
public sealed record NormWish(Guid Form, string Scoring, IReadOnlyList<Guid> Campaigns, string? Job, DateOnly? From, DateOnly? To)
{
    public const int LongestTitle = 200;
    public const int LongestDescription = 1000;

    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    public string RoleFamily { get; init; } = "";

    public NormSource Source { get; init; }
}

/// <summary>What a norm version was made of, as it is stored with it.</summary>
/// <param name="Campaigns">Those whose people are in it.</param>
public sealed record NormFilter(
    IReadOnlyList<Guid> Campaigns,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Job,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? To);

/// <param name="On">Day on which the attempt was closed, UTC.</param>
public sealed record NormMember(Guid Campaign, DateOnly On, double Percent);

public sealed record NormDraft(IReadOnlyList<NormMember> Members, IReadOnlyList<string> Countries)
{
    /// <summary>Null for nobody.</summary>
    public NormSample? Sample => Members.Count == 0 ? null : new NormSample(Members.Select(m => m.Percent));
}

/// <param name="Norms">Null where problems keep it from being made.</param>
/// <param name="People">Valid first attempts that the wish comes to.</param>
public sealed record NormMade(Guid? Norms, IReadOnlyList<NormProblem> Problems, int People);

/// <summary>Why no norm version can be made so. Worded in StaffWords.</summary>
public enum NormProblem
{
    NoTitle,
    NoRoleFamily,
    NoDescription,
    TooFew,
}
